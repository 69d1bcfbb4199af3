import { day, hour, minute, second } from "../../base/time.ts";
import { lookUp } from "../look-up.ts";

const units = { y: 365 * day, M: 30 * day, d: day, h: hour, m: minute, s: second } as const;

/** A length of time (ms) as Zabbix writes it: `1h 29m 1s`, `2d 4h 10m`; undefined for anything else. */
export function readDuration(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,6}[yMdhms](?: \d{1,6}[yMdhms]){0,5}$/.test(text)) return undefined;
  return text
    .split(" ")
    .reduce((sum, part) => sum + Number(part.slice(0, -1)) * (lookUp(units, part.slice(-1)) ?? 0), 0);
}
