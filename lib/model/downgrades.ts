import type { Repair } from "./outcome.ts";

/** What QQ's refusals taught of a target: until when (ms of the epoch) a message to it is begun as repaired. */
export type Downgrades = Readonly<Partial<Record<Repair, number>>>;
