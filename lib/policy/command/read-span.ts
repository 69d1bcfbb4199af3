import { day, hour, minute, second } from "../../base/time.ts";

const units = [
  ["seconds?|secs?|s|秒钟?", second],
  ["minutes?|mins?|m|分钟?", minute],
  ["hours?|hrs?|h|小时|钟头", hour],
  ["days?|d|天|日", day],
  ["weeks?|w|周|星期|礼拜", 7 * day],
] as const;

const ones = "一二三四五六七八九";
const count = `\\d{1,6}|半|两|[${ones}]?十[${ones}]?|[${ones}]`;
const unit = units.map(([names]) => `(${names})`).join("|");
const step = new RegExp(`(${count}) ?个?(?:${unit})(?=[ \\d半两十${ones}]|$) ?`, "iy");

/** A span of time (ms) at the start of a text, as people write one: `2h`, `1h30m`, `90 分钟`, `两小时`; and the rest. */
export function readSpan(text: string): { readonly ms: number; readonly rest: string } | undefined {
  let ms = 0;
  let end = 0;
  for (;;) {
    step.lastIndex = end;
    const [, count = "", ...found] = step.exec(text) ?? [];
    const unit = units.find((_, at) => found[at] !== undefined);
    if (!unit) break;
    ms += readCount(count) * unit[1];
    end = step.lastIndex;
  }
  const isApart = end === text.length || text.charAt(end - 1) === " ";
  return end > 0 && isApart ? { ms, rest: text.slice(end) } : undefined;
}

/** Digits, or a Chinese numeral below a hundred. */
function readCount(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  if (text === "半") return 0.5;
  if (text === "两") return 2;
  const [tens = "", rest] = text.split("十");
  return rest === undefined ? digit(tens, 0) : digit(tens, 1) * 10 + digit(rest, 0);
}

const digit = (text: string, none: number): number => (text === "" ? none : ones.indexOf(text) + 1);
