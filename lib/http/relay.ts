import type { Answer, ExactAnswer, Inbound } from "../model/inbound.ts";
import type { Refusal } from "../model/refusal.ts";
import type { Target } from "../model/target.ts";
import type { Clock, Log } from "../ports.ts";

/** One scene's two lines. Deadlines in ms of the epoch. */
export type SceneRelay = {
  readonly accept: (inbound: Inbound, deadline: number) => Promise<Answer | ExactAnswer | Refusal>;
  readonly deliver: (target: Target, deadline: number) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

/** The line of QQ's callback. Deadlines in ms of the epoch. */
export type EventsRelay = {
  readonly listen: (inbound: Inbound, deadline: number) => Promise<Answer | Refusal>;
  readonly clock: Clock;
  readonly log: Log;
};
