import type { Language } from "../../model/language.ts";
import type { Rule } from "../../model/limits.ts";

/** Replies left for so many minutes; without `left` any number. */
export type RepliesLeft = { readonly minutes: number; readonly left: number | undefined };

type Words = {
  /** `at`: a moment in words, at which one message asks QQ again. */
  readonly denied: (at: string | undefined) => string;
  readonly gone: (at: string | undefined) => string;
  readonly repliesOnly: string;
  /** `at` is a moment in words. */
  readonly closed: (of: "guild" | "bot", at: string) => string;
  readonly unlimited: string;
  readonly left: (every: Rule["every"], left: number, max: number) => string;
  readonly usedUp: (every: Rule["every"], at: string) => string;
  readonly nothingHeld: string;
  readonly held: (count: number, when: "now" | "after-mute" | "later") => string;
  readonly counted: (count: number) => string;
  readonly replies: (windows: readonly RepliesLeft[]) => string;
  /** `all`: what is critical too. */
  readonly muted: (at: string, all: boolean) => string;
  readonly mutedRoute: (at: string, route: string) => string;
  readonly bound: (routes: readonly string[]) => string;
  readonly comma: string;
};

const zhPeriods = { month: "本月", day: "今天", minute: "这一分钟", second: "这一秒" } as const;

const enPeriods = { month: "this month", day: "today", minute: "this minute", second: "this second" } as const;

const zhHeld = { now: "，马上发出", "after-mute": "，静音结束后发出", later: "" } as const;

const zhShared = { guild: "这个频道里的主动消息名额", bot: "机器人的总额度" } as const;

const enShared = { guild: "guild", bot: "whole bot" } as const;

const enHeld = { now: ", sent now", "after-mute": ", sent after the mute", later: "" } as const;

const zh: Words = {
  denied: (at) =>
    at === undefined ? "这里关了主动消息，有人说话我才能回" : `QQ 说这里不收主动消息，${at} 再试；有人说话我就能回`,
  gone: (at) => (at === undefined ? "QQ 说我不在这里了，加回来再发" : `QQ 说找不到这里，${at} 再试；有人说话我就能回`),
  repliesOnly: "按设置只回复，不主动发",
  closed: (of, at) => `${zhShared[of]}用完了，${at} 恢复`,
  unlimited: "主动消息不限条数",
  left: (every, left, max) => `${zhPeriods[every]}还能主动发 ${left}/${max} 条`,
  usedUp: (every, at) => `${zhPeriods[every]}的主动消息用完了，${at} 恢复`,
  nothingHeld: "没有积压的通知",
  held: (count, when) => `积压 ${count} 条${zhHeld[when]}`,
  counted: (count) => `上次摘要有 ${count} 条没列出来，发“更多”可看`,
  replies: (windows) =>
    windows
      .map(({ minutes, left }) => `${minutes} 分钟内${left === undefined ? "回复不限条数" : `还可回复 ${left} 条`}`)
      .join("，"),
  muted: (at, all) => `静音到${at}，严重告警${all ? "也先存着" : "照发"}`,
  mutedRoute: (at, route) => `${route} 静音到${at}，严重告警照发`,
  bound: (routes) => `已绑定：${routes.join("、")}`,
  comma: "，",
};

const en: Words = {
  denied: (at) =>
    at === undefined
      ? "Proactive messages are turned off here: I can only reply"
      : `QQ says that this chat takes no proactive messages, I try again at ${at}; I do reply to who speaks`,
  gone: (at) =>
    at === undefined
      ? "QQ says that I was removed: nothing is sent until I am back"
      : `QQ says that it does not find this chat, I try again at ${at}; I do reply to who speaks`,
  repliesOnly: "Set to reply only, nothing is sent unasked",
  closed: (of, at) => `The quota of the ${enShared[of]} is used up until ${at}`,
  unlimited: "No limit on proactive messages",
  left: (every, left, max) => `${left} of ${max} proactive messages left ${enPeriods[every]}`,
  usedUp: (every, at) => `No proactive messages left ${enPeriods[every]}, more at ${at}`,
  nothingHeld: "Nothing is waiting",
  held: (count, when) => `${count} waiting${enHeld[when]}`,
  counted: (count) => `The last digest left out ${count}: say “more”`,
  replies: (windows) =>
    `Replies left: ${windows.map(({ minutes, left }) => `${left ?? "any number"} for ${minutes} min`).join(", ")}`,
  muted: (at, all) => `Muted until ${at}, ${all ? "critical notices too" : "critical notices still come"}`,
  mutedRoute: (at, route) => `${route} is muted until ${at}, critical notices still come`,
  bound: (routes) => `Bound: ${routes.join(", ")}`,
  comma: ", ",
};

/** How a target's status is told. */
export const statusWords = { zh, en } as const satisfies Record<Language, Words>;
