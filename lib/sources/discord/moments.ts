import { zonedTime } from "../../base/zoned-time.ts";

const moment = /<t:(-?\d{1,12})(?::([tTdDfFsSR]))?>/g;

/** What Discord shows of a moment in each style. How long ago it was is no word for a message that waits. */
const parts = { t: "time", T: "time", d: "date", D: "date" } as const;

const two = (number: number): string => String(number).padStart(2, "0");

/** A text with Discord's moments (`<t:1795249805:F>`) as the clocks of a zone show them. */
export const tellMoments = (text: string, timeZone: string): string =>
  text.replace(moment, (whole, seconds: string, style: keyof typeof parts | undefined) => {
    const at = Number(seconds) * 1_000;
    if (Math.abs(at) > 8.64e15) return whole;
    const { year, month, day, hour, minute } = zonedTime(timeZone, at);
    const told = { date: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` };
    const part = style && Object.hasOwn(parts, style) ? parts[style] : undefined;
    return part ? told[part] : `${told.date} ${told.time}`;
  });
