import type { Repair } from "./outcome.ts";

/** What QQ's refusals taught of a target: until when (ms of the epoch) a message to it is begun as mended. */
export type Lessons = Readonly<Partial<Record<Repair, number>>>;
