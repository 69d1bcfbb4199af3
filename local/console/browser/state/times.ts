import type { Language } from "../words.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const units = [
  [day, "day"],
  [hour, "hour"],
  [minute, "minute"],
  [second, "second"],
] as const;

/** How long ago something was (ms), in the largest unit that fits: `5 分钟前`, `5 min. ago`. What is to come counts as now. */
export function tellAge(ms: number, language: Language): string {
  const [size, unit] = units.find(([size]) => ms >= size) ?? [second, "second"];
  const format = new Intl.RelativeTimeFormat(language, { style: "short", numeric: ms < second ? "auto" : "always" });
  return format.format(-Math.max(0, Math.floor(ms / size)), unit);
}

const two = (value: number): string => String(value).padStart(2, "0");

const spans = {
  zh: {
    days: (days: number, hours: number) => `${days} 天 ${hours} 小时`,
    hours: (hours: number, minutes: number) => `${hours} 小时 ${minutes} 分`,
  },
  en: {
    days: (days: number, hours: number) => `${days} d ${hours} h`,
    hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  },
} as const satisfies Record<Language, object>;

/** How much time is left (ms): `4:05` below an hour, then `3 小时 12 分`, then `2 天 4 小时`; `0:00` where none is. */
export function tellLeft(ms: number, language: Language): string {
  const left = Math.max(0, Math.ceil(ms / second) * second);
  if (left >= day) return spans[language].days(Math.floor(left / day), Math.floor((left % day) / hour));
  if (left >= hour) return spans[language].hours(Math.floor(left / hour), Math.floor((left % hour) / minute));
  return `${Math.floor(left / minute)}:${two((left % minute) / second)}`;
}

const dayOf = (at: number, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone }).format(at);

type Fineness = { /** Not the browser's own zone. */ readonly timeZone?: string; readonly seconds?: boolean };

/** A moment (ms) as people say it: the time alone where it is today. */
export function tellMoment(at: number, now: number, language: Language, { timeZone, seconds }: Fineness = {}): string {
  const isToday = dayOf(at, timeZone) === dayOf(now, timeZone);
  const second = seconds ? ({ second: "2-digit" } as const) : {};
  const clock = { hour: "2-digit", minute: "2-digit", ...second, hourCycle: "h23", timeZone } as const;
  const date = isToday ? {} : ({ month: language === "zh" ? "long" : "short", day: "numeric" } as const);
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", { ...clock, ...date }).format(at);
}
