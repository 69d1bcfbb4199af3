import type { QqEvent } from "../model/qq-event.ts";
import type { Routes } from "../model/route.ts";
import type { Settings } from "../model/settings.ts";
import type { LimitsReader } from "../outbox/limits-reader.ts";
import type { CallbackBot } from "../qq/callback/verify-callback.ts";
import type {
  Audits,
  Bindings,
  Clock,
  Deliveries,
  Events,
  GatewayLives,
  Log,
  Counted,
  PairingCodes,
  Quotas,
  Standings,
  Wake,
  Windows,
} from "../ports.ts";

/** What the listening line needs. */
export type ListenPorts = {
  readonly bot: CallbackBot;
  readonly store: Events &
    GatewayLives &
    Deliveries &
    Standings &
    Windows &
    Quotas &
    Audits &
    Bindings &
    PairingCodes &
    Counted;
  readonly wake: Wake;
  readonly routes: Routes;
  readonly limits: Pick<LimitsReader, "inForce" | "reply">;
  readonly settings: Pick<Settings, "language" | "timeZone" | "commands">;
  /** Tells QQ that an interaction arrived; never throws. */
  readonly acknowledge: (interactionId: string, deadline: number) => Promise<void>;
  /** The bot's own id in guilds, undefined where QQ does not tell it now. */
  readonly ownId: (deadline: number) => Promise<string | undefined>;
  /** Remembers who speaks, whatever routes are there, so that their ids can be found. Never throws, and seldom writes. */
  readonly hear: (event: QqEvent) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};
