import type { Language } from "../../model/language.ts";
import type { SceneName } from "../../model/scene.ts";

/** An answer: its title, then further lines. */
export type AnswerLines = readonly [title: string, ...lines: string[]];

type Words = {
  readonly help: AnswerLines;
  readonly nothingHeld: { readonly digest: AnswerLines; readonly more: AnswerLines };
  readonly page: string;
  readonly pageLeft: (count: number) => string;
  /** `at` is a moment in words. */
  readonly muted: (at: string, route: string | undefined) => AnswerLines;
  readonly unmuted: (route: string | undefined) => AnswerLines;
  readonly bound: (route: string) => AnswerLines;
  readonly bindFailed: AnswerLines;
  readonly wrongScene: (scene: SceneName) => AnswerLines;
  readonly tooManyGuesses: AnswerLines;
  readonly unbound: (routes: readonly string[]) => AnswerLines;
  readonly notBound: AnswerLines;
  readonly unknownRoute: (route: string, known: readonly string[]) => AnswerLines;
  readonly notAllowed: AnswerLines;
};

const zhScenes = { c2c: "单聊", group: "群聊", channel: "频道", dm: "频道私信" } as const satisfies Record<
  SceneName,
  string
>;

const enScenes = {
  c2c: "a private chat",
  group: "a group",
  channel: "a channel",
  dm: "a channel DM",
} as const satisfies Record<SceneName, string>;

const zh: Words = {
  help: [
    "可以对我说",
    "状态：还能发几条，存着几条",
    "摘要：把存着的现在发出来",
    "更多：上一条摘要没列出来的",
    "静音 2h：两小时不打扰；静音 2h ci：只静音 ci",
    "取消静音",
    "绑定 配对码：让通知发到这里",
    "解绑：不再发到这里",
  ],
  nothingHeld: { digest: ["没有存着的通知"], more: ["没有更多了"] },
  page: "上次没列出来的",
  pageLeft: (count) => `…还有 ${count} 条，发“更多”接着看`,
  muted: (at, route) => [
    route === undefined ? `好，静音到${at}` : `好，${route} 静音到${at}`,
    "这期间的通知先存着，发“取消静音”可提前结束",
  ],
  unmuted: (route) => [route === undefined ? "已取消静音" : `已取消 ${route} 的静音`],
  bound: (route) => [`绑定好了，${route} 的通知会发到这里`, "不想要了就发“解绑”"],
  bindFailed: ["这个配对码不对，或者已经用过、过期了", "请向管理员要一个新的"],
  wrongScene: (scene) => [`这个配对码要在${zhScenes[scene]}里用`, "它已作废，请向管理员要一个新的，到那里再发"],
  tooManyGuesses: ["试的次数太多了，请一小时后再来"],
  unbound: (routes) => ["已解绑", `${routes.join("、")} 的通知不再发到这里`],
  notBound: ["这里没有绑定过", "仍有通知的话，是配置里写明发到这里的，请找管理员改"],
  unknownRoute: (route, known) => [
    `没有叫“${route}”的路由发到这里`,
    known.length > 0 ? `发到这里的有：${known.join("、")}` : "现在没有路由发到这里",
  ],
  notAllowed: ["这条命令只有管理员能用"],
};

const en: Words = {
  help: [
    "What you can say",
    "status: messages left, notices waiting",
    "digest: send what is waiting now",
    "more: what the last digest left out",
    "mute 2h: quiet for two hours; mute 2h ci: quiets ci only",
    "unmute",
    "bind CODE: send notices here",
    "unbind: send them here no more",
  ],
  nothingHeld: { digest: ["Nothing is waiting"], more: ["That was all"] },
  page: "Left out last time",
  pageLeft: (count) => `… ${count} more, say “more” to go on`,
  muted: (at, route) => [
    route === undefined ? `Muted until ${at}` : `${route} is muted until ${at}`,
    "Notices are kept until then; say “unmute” to end it sooner",
  ],
  unmuted: (route) => [route === undefined ? "Unmuted" : `${route} is unmuted`],
  bound: (route) => [`Bound: notices of ${route} come here`, "Say “unbind” to stop them"],
  bindFailed: ["This code is wrong, used or expired", "Ask an admin for a new one"],
  wrongScene: (scene) => [
    `This code is for ${enScenes[scene]}`,
    "It is spent now: ask an admin for a new one, and send it there",
  ],
  tooManyGuesses: ["Too many tries, come back in an hour"],
  unbound: (routes) => ["Unbound", `Notices of ${routes.join(", ")} come here no more`],
  notBound: ["Nothing was bound here", "Notices that still come are configured to: ask an admin"],
  unknownRoute: (route, known) => [
    `No route “${route}” sends here`,
    known.length > 0 ? `These do: ${known.join(", ")}` : "No route sends here now",
  ],
  notAllowed: ["Only admins may do that here"],
};

/** What the bot answers to commands, as someone likes to read it on a phone. */
export const answerWords = { zh, en } as const satisfies Record<Language, Words>;
