import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";

/** A length of time in its largest unit. */
export type Span = { readonly count: number; readonly unit: "minute" | "hour" | "day" };

/** How many notices of a digest are of a level that people want to know of at once. */
export type LevelCount = { readonly level: WarningLevel; readonly count: number };

/** Levels that people want to know of. */
export type WarningLevel = Exclude<Level, "info" | "success">;

type Words = {
  readonly view: string;
  /** `view` where many stand in a list. */
  readonly open: string;
  readonly untitled: string;
  readonly moreLines: (count: number) => string;
  /** Notices that are only counted, and how to see them. */
  readonly leftOut: (count: number) => string;
  /** Behind a title: notices of the same thing that it stands for, and how severe it had been. */
  readonly changed: (times: number, was?: WarningLevel) => string;
  readonly flapped: (times: number, was?: WarningLevel) => string;
  /** Heads a digest; of its levels only those that are there. */
  readonly header: (count: number, span: Span | undefined, levels: readonly LevelCount[]) => string;
  /** A place, and behind it `7 pushes by 3 people`. Short names are told, as they say more than their number. */
  readonly place: (where: string) => string;
  readonly tally: (count: number, what: string, who: readonly string[]) => string;
  /** Behind a title that several notices share. */
  readonly same: (count: number) => string;
  readonly latest: (title: string) => string;
  readonly pictureLost: (address: string | undefined) => string;
  /** Labels of buttons, at most 10 characters, and what a client too old for them says. */
  readonly openButton: string;
  readonly moreButton: string;
  readonly oldClient: string;
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const areFew = (who: readonly string[]): boolean => who.length <= 2 && who.join("").length <= 40;

function enPeople(who: readonly string[]): string {
  if (areFew(who)) return who.join(" and ");
  return who.length === 1 ? "one person" : `${who.length} people`;
}

const zhLevels = { critical: "严重", error: "错误", warning: "警告" } as const;
const zhUnits = { minute: "分钟", hour: "小时", day: "天" } as const;

/** The few words that a renderer adds of its own. */
export const words = {
  zh: {
    view: "查看详情",
    open: "查看",
    untitled: "新通知",
    moreLines: (count) => `…还有 ${count} 行`,
    leftOut: (count) => `另有 ${count} 条，回复“更多”查看`,
    changed: (times, was) => `（${was ? `曾为${zhLevels[was]}，` : ""}期间变化 ${times} 次）`,
    flapped: (times, was) => `（${was ? `曾为${zhLevels[was]}，` : ""}反复 ${times} 次）`,
    header: (count, span, levels) => {
      const [first] = levels;
      const within = span ? `${span.count} ${zhUnits[span.unit]}内 ` : "";
      if (first?.count === count) return `📬 ${within}${count} 条${zhLevels[first.level]}通知`;
      const counts = levels.map(({ level, count }) => `${count} 条${zhLevels[level]}`).join("，");
      return `📬 ${within}${count} 条通知${counts && `：${counts}`}`;
    },
    place: (where) => `${where}：`,
    tally: (count, what, who) => {
      const people = areFew(who) ? `（${who.join("、")}）` : `，${who.length} 人`;
      return `${count} ${what}${who.length > 0 ? people : ""}`;
    },
    same: (count) => `（共 ${count} 条）`,
    latest: (title) => `最近：${title}`,
    pictureLost: (address) => (address === undefined ? "（图片没能发出来）" : `图片没能发出来：${address}`),
    openButton: "查看",
    moreButton: "更多",
    oldClient: "请升级 QQ 后再点",
  },
  en: {
    view: "View details",
    open: "View",
    untitled: "New notice",
    moreLines: (count) => `… ${count} more ${count === 1 ? "line" : "lines"}`,
    leftOut: (count) => `${count} more: reply /more`,
    changed: (times, was) => ` (${was ? `was ${was}, ` : ""}changed ${times} times)`,
    flapped: (times, was) => ` (${was ? `was ${was}, ` : ""}flapped ${times} times)`,
    header: (count, span, levels) => {
      const [first] = levels;
      const within = span ? ` in ${plural(span.count, span.unit)}` : "";
      const named = ({ level, count }: LevelCount) =>
        level === "critical" ? `${count} critical` : plural(count, level);
      if (first?.count === count) return `📬 ${named(first)}${first.level === "critical" ? " notices" : ""}${within}`;
      const counts = levels.map(named).join(", ");
      return `📬 ${plural(count, "notice")}${within}${counts && `: ${counts}`}`;
    },
    place: (where) => `${where}:`,
    tally: (count, what, who) => ` ${count} ${what}${who.length > 0 ? ` by ${enPeople(who)}` : ""}`,
    same: (count) => ` (${count} times)`,
    latest: (title) => `Latest: ${title}`,
    pictureLost: (address) =>
      address === undefined ? "(The picture could not be sent)" : `The picture could not be sent: ${address}`,
    openButton: "Open",
    moreButton: "More",
    oldClient: "Please update QQ to use this button",
  },
} as const satisfies Record<Language, Words>;
