import type { Language } from "../model/language.ts";

type Words = {
  readonly view: string;
  readonly untitled: string;
  readonly moreLines: (count: number) => string;
  readonly moreNotices: (count: number) => string;
};

const plural = (count: number, noun: string): string => `… ${count} more ${noun}${count === 1 ? "" : "s"}`;

/** The few words that a renderer adds of its own. */
export const words = {
  zh: {
    view: "查看详情",
    untitled: "新通知",
    moreLines: (count) => `…还有 ${count} 行`,
    moreNotices: (count) => `…还有 ${count} 条通知`,
  },
  en: {
    view: "View details",
    untitled: "New notice",
    moreLines: (count) => plural(count, "line"),
    moreNotices: (count) => plural(count, "notice"),
  },
} as const satisfies Record<Language, Words>;
