import type { Language } from "../model/language.ts";
import type { MapContext } from "../model/source.ts";
import { day, hour, minute, second } from "../base/time.ts";
import { clockOf, zonedTime } from "../base/zoned-time.ts";

/** How times are told to people in a zone: the clock alone for the day of `at`, else with the date. */
export function tellTimes({ at, language, timeZone }: MapContext): (time: Date) => string {
  const today = zonedTime(timeZone, at.getTime());
  return (time) => {
    const then = zonedTime(timeZone, time.getTime());
    const isToday = then.day === today.day && then.month === today.month && then.year === today.year;
    return isToday ? clockOf(then) : `${dates[language](then.month, then.day)} ${clockOf(then)}`;
  };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const dates = {
  zh: (month, day) => `${month}月${day}日`,
  en: (month, day) => `${months[month - 1]} ${day},`,
} as const satisfies Record<Language, (month: number, day: number) => string>;

const units = {
  zh: [" 天", " 小时", " 分钟", " 秒"],
  en: [" d", " h", " min", " s"],
} as const satisfies Record<Language, readonly string[]>;

/** A length of time by its two largest units: `2 小时 5 分钟`, `2 h 5 min`. */
export function tellLength(ms: number, language: Language): string {
  const whole = Math.round(ms / second) * second;
  const counts = [whole / day, (whole % day) / hour, (whole % hour) / minute, (whole % minute) / second].map(
    Math.floor,
  );
  const first = counts.findIndex((count) => count > 0);
  if (first < 0) return `0${units[language][3]}`;
  return counts
    .map((count, index) => ({ count, unit: units[language][index] }))
    .slice(first, first + 2)
    .flatMap(({ count, unit }) => (count > 0 ? [`${count}${unit}`] : []))
    .join(" ");
}

/** A time of the body; undefined where there is none (`0001-01-01…` is how Go writes that) or it is no time. */
export function readTime(text: string): Date | undefined {
  const time = new Date(text);
  return time.getTime() > 0 ? time : undefined;
}
