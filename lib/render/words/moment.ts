import type { Language } from "../../model/language.ts";
import { clockOf, type ZonedTime, zonedTime } from "../../base/zoned-time.ts";
import { day } from "../../base/time.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type Words = {
  readonly today: (clock: string) => string;
  readonly tomorrow: (clock: string) => string;
  readonly on: (clock: string, month: number, day: number, year: number | undefined) => string;
  readonly day: (month: number, day: number, year: number | undefined) => string;
};

const words: Readonly<Record<Language, Words>> = {
  zh: {
    today: (clock) => `今天 ${clock}`,
    tomorrow: (clock) => `明天 ${clock}`,
    on: (clock, month, day, year) => `${words.zh.day(month, day, year)} ${clock}`,
    day: (month, day, year) => `${year === undefined ? "" : `${year}年`}${month}月${day}日`,
  },
  en: {
    today: (clock) => `${clock} today`,
    tomorrow: (clock) => `${clock} tomorrow`,
    on: (clock, month, day, year) => `${clock} on ${words.en.day(month, day, year)}`,
    day: (month, day, year) => `${months[month - 1]} ${day}${year === undefined ? "" : `, ${year}`}`,
  },
};

/** The day of a moment (ms), which may be past: `11月20日`, `Nov 20`. */
export function tellDay(at: number, language: Language, timeZone: string, now: number): string {
  const [then, today] = [zonedTime(timeZone, at), zonedTime(timeZone, now)];
  return words[language].day(then.month, then.day, then.year === today.year ? undefined : then.year);
}

/** A moment (ms) of today or later as people in a zone name it: `明天 08:00`, `00:00 on Dec 1`. */
export function tellMoment(at: number, language: Language, timeZone: string, now: number): string {
  const [then, today] = [zonedTime(timeZone, at), zonedTime(timeZone, now)];
  const clock = clockOf(then);
  const days = dayOf(then) - dayOf(today);
  if (days === 0) return words[language].today(clock);
  if (days === 1) return words[language].tomorrow(clock);
  return words[language].on(clock, then.month, then.day, then.year === today.year ? undefined : then.year);
}

/** The end of what goes on now, where that it is today needs no saying: `18:17`, `明天 08:00`. */
export function tellEnd(at: number, language: Language, timeZone: string, now: number): string {
  const [then, today] = [zonedTime(timeZone, at), zonedTime(timeZone, now)];
  return dayOf(then) === dayOf(today) ? clockOf(then) : tellMoment(at, language, timeZone, now);
}

/** Days of the calendar, counted. */
const dayOf = (time: ZonedTime): number => Date.UTC(time.year, time.month - 1, time.day) / day;
