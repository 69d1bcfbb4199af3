import type { Delivery } from "./model/delivery.ts";
import type { Language } from "./model/language.ts";
import type { SceneLimits } from "./model/limits.ts";
import type { Routes } from "./model/route.ts";
import type { SceneName } from "./model/scene.ts";
import type { Settings } from "./model/settings.ts";
import type { Target } from "./model/target.ts";
import type { PlanRules } from "./policy/plan-rules.ts";
import type { CallbackBot } from "./qq/callback/verify-callback.ts";
import type { Clock, Kick, Log, Media, OpenDm, Qq, Store } from "./ports.ts";
import type { Style } from "./render/style.ts";

/** What the accepting line needs: the ports, the scene's routes, and what is configured. */
export type AcceptLine = {
  readonly scene: SceneName;
  readonly routes: Routes;
  /** Values of a route's secrets; a name without a value is left out. */
  readonly secretsOf: (names: readonly string[]) => readonly string[];
  readonly settings: Pick<Settings, "language" | "timeZone">;
  readonly store: Store;
  readonly kick: Kick;
  /** Time of arrival (ms) of a delivery, never the same twice. */
  readonly stamp: (now: number) => number;
  /** Delivers before answering, where the sender asked for it (`Prefer: wait`). */
  readonly deliver: (target: Target, deadline: number) => Promise<"done" | "busy">;
  readonly clock: Clock;
  readonly log: Log;
};

/** What the delivering line needs. */
export type DeliverLine = {
  readonly store: Store;
  readonly qq: Qq;
  readonly openDm: OpenDm;
  readonly media: Media;
  readonly clock: Clock;
  /** 0 … 1, for jitter. */
  readonly random: () => number;
  readonly newId: () => string;
  readonly log: Log;
  readonly rules: PlanRules;
  readonly routes: Routes;
  readonly kick: Kick;
  readonly language: Language;
  /** How a message that tells these deliveries is to look. */
  readonly styleOf: (deliveries: readonly Delivery[]) => Style;
};

/** What the sweep needs. */
export type SweepLine = {
  readonly store: Pick<Store, "due" | "live">;
  readonly kick: Kick;
  readonly log: Log;
};

/** What the listening line needs. */
export type ListenLine = {
  readonly bot: CallbackBot;
  readonly store: Store;
  readonly kick: Kick;
  readonly routes: Routes;
  readonly limitsOf: (scene: SceneName) => SceneLimits;
  readonly settings: Pick<Settings, "language" | "timeZone" | "commands">;
  /** Tells QQ that an interaction arrived; never throws. */
  readonly acknowledge: (interactionId: string, deadline: number) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};
