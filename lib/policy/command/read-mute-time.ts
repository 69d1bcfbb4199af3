import type { MuteTime } from "../../model/command.ts";
import { day, hour } from "../../base/time.ts";
import { readSpan } from "./read-span.ts";

/** Nobody mutes for longer without having forgotten it (ms). */
const maxMute = 30 * day;

/** How people name the morning to come. */
const morning = /^(?:[到至] ?|(?:un)?till? )?(?:明早|明晨|tomorrow morning)(?: |$)/i;

/** A time, what else was said, and whether it is less than was asked for. */
type Read = { readonly time: MuteTime; readonly rest: string; readonly capped?: true };

/** The time in a mute, said before or behind the route; an hour where none is said. Undefined for no time at all (`0h`). */
export function readMuteTime(text: string): Read | undefined {
  const [first = "", second] = text.split(/ (.*)/);
  const turned = second === undefined ? text : `${second} ${first}`;
  const read = readMorning(text) ??
    readMorning(turned) ??
    readSpan(text) ??
    readSpan(turned) ?? { ms: hour, rest: text };
  if ("time" in read) return read;
  const { ms, rest } = read;
  if (ms === 0) return undefined;
  return ms > maxMute ? { time: { ms: maxMute }, rest, capped: true } : { time: { ms }, rest };
}

function readMorning(text: string): Read | undefined {
  const [found] = morning.exec(text) ?? [];
  return found === undefined ? undefined : { time: { until: "morning" }, rest: text.slice(found.length) };
}
