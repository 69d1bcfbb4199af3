import type { Language } from "../../model/language.ts";
import { type HeldWord, heldWords } from "./held-words.ts";

/** What may hold the notices of a silent conversation, but for what its people asked for. */
export type SilenceReason = Exclude<HeldWord, "mute"> | "nothing";

/** Why, and what to do about it; `at` is a moment in words, without it only an event ends it. */
type Words = {
  readonly title: (scene: string, tail: string) => string;
  readonly unpaired: (route: string) => string;
  readonly waiting: (routes: string, count: number, since: string) => string;
  readonly why: (reason: SilenceReason, at: string | undefined) => string;
  /** `speak` is what always helps where QQ has the conversation still. */
  readonly advice: Readonly<Record<SilenceReason, (speak: string, route: string) => string>>;
  /** `at`: where the bot hears only those who mention it. */
  readonly speak: (at: boolean) => string;
  readonly log: (mark: string) => string;
};

const zhLimits = (speak: string) => `${speak}；QQ 允许更多的话，改设置里的 limits`;
const zhPolicy = (speak: string) => `${speak}；不想等就改路由的 policy`;
const zhLook = (speak: string) => `${speak}；发不出来就看日志里 QQ 的回答`;

const zh: Words = {
  title: (scene, tail) => `${scene}${tail && `（尾号 ${tail}）`}超过一天没能收到通知`,
  unpaired: (route) => `路由 ${route} 还没有配对，通知等了超过一天`,
  waiting: (routes, count, since) => `${count} 条通知在等（${routes}），最早的是 ${since}`,
  why: (reason, at) => `原因：${reason === "nothing" ? "没有什么拦着，却没有发出去" : heldWords.zh[reason](at)}`,
  advice: {
    quota: zhLimits,
    "shared-quota": zhLimits,
    quiet: zhPolicy,
    "digest-time": zhPolicy,
    reserve: zhPolicy,
    spread: zhPolicy,
    denied: () => "怎么办：请那里的人打开机器人的主动消息，或者对它说句话",
    gone: () => "怎么办：把机器人加回去，或者从路由的 to 里去掉这个会话",
    retry: zhLook,
    breaker: () => "怎么办：QQ 恢复后会自己发出；一直不好就看日志",
    audit: zhLook,
    unpaired: (_, route) => `怎么办：运行 npm run relay -- pair ${route}，到要收通知的会话里发配对码`,
    nothing: zhLook,
  },
  speak: (at) => `怎么办：在那里${at ? " @ " : "对"}机器人说句话，积压的马上发出`,
  log: (mark) => `在日志里搜 ${mark}，能看到它每小时的情况`,
};

const enLimits = (speak: string) => `${speak}; or raise limits in the settings, if QQ allows more`;
const enPolicy = (speak: string) => `${speak}; or change the route's policy`;
const enLook = (speak: string) => `${speak}; if not, look for QQ's answer in the log`;

const en: Words = {
  title: (scene, tail) =>
    `${scene.replace(/^./, (first) => first.toUpperCase())}${tail && ` (id ends in ${tail})`} could be told nothing for over a day`,
  unpaired: (route) => `Route ${route} is not paired yet, its notices wait for over a day`,
  waiting: (routes, count, since) =>
    `${count} ${count === 1 ? "notice waits" : "notices wait"} (${routes}), the oldest came at ${since}`,
  why: (reason, at) =>
    `Why: ${reason === "nothing" ? "nothing holds them, and still they were not sent" : heldWords.en[reason](at)}`,
  advice: {
    quota: enLimits,
    "shared-quota": enLimits,
    quiet: enPolicy,
    "digest-time": enPolicy,
    reserve: enPolicy,
    spread: enPolicy,
    denied: () => "What to do: have its people turn on the bot's proactive messages, or say something to it",
    gone: () => "What to do: add the bot again, or take it out of the route's to",
    retry: enLook,
    breaker: () => "What to do: they go by themselves once QQ is back; if it goes on, look at the log",
    audit: enLook,
    unpaired: (_, route) =>
      `What to do: run npm run relay -- pair ${route}, and send the code where its notices are to come`,
    nothing: enLook,
  },
  speak: (at) => `What to do: say something to the bot there${at ? " (@ it)" : ""}, and what waits is sent`,
  log: (mark) => `Look for ${mark} in the log: each hour it says how things stand`,
};

/** How the operator is told that a conversation can be told nothing. */
export const silenceWords = { zh, en } as const satisfies Record<Language, Words>;
