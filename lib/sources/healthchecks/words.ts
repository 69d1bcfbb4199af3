import type { Language } from "../../model/language.ts";
import { nameBefore } from "../monitor/name-before.ts";

type Words = {
  readonly down: (name: string) => string;
  readonly failed: (name: string, exit: string) => string;
  readonly up: (name: string) => string;
  readonly other: (name: string, status: string) => string;
  readonly lastPing: (time: string, ago: string) => string;
  readonly every: (period: string, grace: string) => string;
  readonly schedule: (schedule: string, grace: string) => string;
  readonly tags: (tags: string) => string;
  readonly unnamed: string;
  /** What a digest counts, to follow any number from 3 on. */
  readonly tally: Readonly<Record<"down" | "up", string>>;
};

/** What the relay says of checks, in its own words. */
export const words = {
  zh: {
    down: (name) => `${nameBefore(name)}没有正常报到`,
    failed: (name, exit) => `${nameBefore(name)}运行失败（退出码 ${exit}）`,
    up: (name) => `${nameBefore(name)}已恢复`,
    other: (name, status) => `${name}：${status}`,
    lastPing: (time, ago) => `上次报到：${time}（${ago}前）`,
    every: (period, grace) => `应每 ${period}报到一次${grace && `，宽限 ${grace}`}`,
    schedule: (schedule, grace) => `计划：${schedule}${grace && `，宽限 ${grace}`}`,
    tags: (tags) => `标签：${tags}`,
    unnamed: "检查项",
    tally: { down: "次失联", up: "次恢复" },
  },
  en: {
    down: (name) => `${name} is down`,
    failed: (name, exit) => `${name} failed (exit status ${exit})`,
    up: (name) => `${name} is up again`,
    other: (name, status) => `${name}: ${status}`,
    lastPing: (time, ago) => `Last ping: ${time} (${ago} ago)`,
    every: (period, grace) => `Due every ${period}${grace && `, grace ${grace}`}`,
    schedule: (schedule, grace) => `Schedule: ${schedule}${grace && `, grace ${grace}`}`,
    tags: (tags) => `Tags: ${tags}`,
    unnamed: "A check",
    tally: { down: "outages", up: "recoveries" },
  },
} as const satisfies Record<Language, Words>;
