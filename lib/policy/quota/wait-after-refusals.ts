import { day, hour } from "../../base/time.ts";

const waits = [hour, 6 * hour, day] as const;

/** How long (ms) QQ's word against pushes is believed that it said `times` in a row; the last wait stays. */
export const waitAfterRefusals = (times: number): number => waits[Math.min(times, waits.length) - 1] ?? hour;
