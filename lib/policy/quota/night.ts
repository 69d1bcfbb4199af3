import { hour } from "../../base/time.ts";
import { nextTimeOfDay } from "./period.ts";

/** QQ does not document the hours of its night (code 304022), in its own zone; nine in the morning is this project's reading. */
const morning = 9 * hour;

/** When (ms) the night that QQ spoke of is over. */
export const nightEnd = (now: number): number => nextTimeOfDay(morning, "Asia/Shanghai", now);
