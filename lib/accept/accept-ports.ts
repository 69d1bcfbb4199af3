import type { Guesses } from "./guesses.ts";
import type { Delivery } from "../model/delivery.ts";
import type { ToldHeld } from "../model/held.ts";
import type { Routes } from "../model/route.ts";
import type { SceneName } from "../model/scene.ts";
import type { Settings } from "../model/settings.ts";
import type { Target } from "../model/target.ts";
import type { Bindings, Clock, Deliveries, Log, Sns, Wake } from "../ports.ts";

/** What the accepting line needs: the ports, the scene's routes, and what is configured. */
export type AcceptPorts = {
  readonly scene: SceneName;
  readonly routes: Routes;
  /** Values of a route's secrets, one for each name; empty where a name has none. */
  readonly secretsOf: (names: readonly string[]) => readonly string[];
  readonly settings: Pick<Settings, "language" | "timeZone">;
  readonly store: Deliveries & Bindings;
  readonly wake: Wake;
  /** Time of arrival (ms) of a delivery, never the same twice. */
  readonly arrivalTime: (now: number) => number;
  /** Delivers before answering, where the sender asked for it (`Prefer: wait`). */
  readonly deliver: (target: Target, deadline: number) => Promise<"done" | "busy">;
  readonly sns: Sns;
  /** What holds a delivery now, read anew: for a sender that waits. */
  readonly heldOf: (delivery: Delivery) => Promise<ToldHeld | undefined>;
  /** Wrong credentials by which clients named a route at the root of its host. */
  readonly guesses: Guesses;
  readonly clock: Clock;
  readonly log: Log;
};
