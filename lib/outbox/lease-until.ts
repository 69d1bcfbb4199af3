import { second } from "../base/time.ts";

/** The lease outlives the deliverer's own deadline by this much (ms), so that a new holder never meets a late send. */
const slack = 2 * second;

/** Until when (ms) a deliverer holds a target, which works on it until `deadline`. */
export const leaseUntil = (deadline: number): number => deadline + slack;
