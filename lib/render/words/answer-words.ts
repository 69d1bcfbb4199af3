import type { CommandResult } from "../../model/command-result.ts";
import type { Language } from "../../model/language.ts";
import type { SceneName } from "../../model/scene.ts";
import { listNames } from "./list-names.ts";
import { sceneWords } from "./scene-words.ts";

/** An answer: its title, then further lines. */
export type AnswerLines = readonly [title: string, ...lines: string[]];

/** What of a mute is told besides its end. */
type Mute = Pick<Extract<CommandResult, { kind: "muted" }>, "route" | "all" | "capped">;

type Words = {
  /** `routes` send to the conversation. */
  readonly help: (routes: readonly string[]) => AnswerLines;
  readonly unclear: AnswerLines;
  readonly nothingHeld: { readonly digest: AnswerLines; readonly more: AnswerLines };
  readonly page: string;
  readonly pageLeft: (count: number) => string;
  /** `at` is a moment in words, here and below. */
  readonly muted: (at: string, mute: Mute) => AnswerLines;
  readonly heldByMute: (at: string, held: number, route: string | undefined) => AnswerLines;
  readonly unmuted: (route: string | undefined) => AnswerLines;
  /** `held` notices had come before. */
  readonly bound: (route: string, held: number) => AnswerLines;
  readonly bindFailed: AnswerLines;
  readonly wrongScene: (scene: SceneName) => AnswerLines;
  readonly tooManyGuesses: AnswerLines;
  readonly unbound: (routes: readonly string[]) => AnswerLines;
  readonly notBound: AnswerLines;
  readonly unknownRoute: (route: string, known: readonly string[]) => AnswerLines;
  readonly notAllowed: Readonly<Record<"member" | "unknown", AnswerLines>>;
};

/** A time stands apart from the word before it, a day does not. */
const apart = (at: string): string => (/^\d/.test(at) ? ` ${at}` : at);

const zh: Words = {
  help: (routes) => [
    "可以对我说",
    "状态：还能发几条，积压几条",
    "摘要：把积压的现在发出来",
    "更多：上一条摘要没列出来的",
    `静音 2h、静音 明早：先存着，严重告警照发${routes[0] === undefined ? "" : `；静音 2h ${routes[0]}：只静音 ${routes[0]}`}`,
    "静音 2h 全部：严重告警也先存着",
    "取消静音",
    "绑定 配对码：让通知发到这里",
    "解绑：不再发到这里",
    routes.length > 0 ? `发到这里的路由：${listNames(routes, "zh")}` : "现在没有路由发到这里",
  ],
  unclear: ["没听懂，发“帮助”看看"],
  nothingHeld: { digest: ["没有积压的通知"], more: ["没有更多了"] },
  page: "上次没列出来的",
  pageLeft: (count) => `…还有 ${count} 条，发“更多”接着看`,
  muted: (at, { route, all, capped }) => [
    `好，${route === undefined ? "" : `${route} `}静音到${at}${capped ? "（最长 30 天）" : ""}`,
    `${all ? "通知先存着，严重告警也先存着" : "通知先存着，严重告警照发"}；发“取消静音”可提前结束`,
  ],
  heldByMute: (at, held, route) => [
    route === undefined
      ? `静音中（到${apart(at)}），存着 ${held} 条，发“取消静音”马上发`
      : `${route} 静音中（到${apart(at)}），存着 ${held} 条，发“取消静音 ${route}”马上发`,
  ],
  unmuted: (route) => [route === undefined ? "已取消静音" : `已取消 ${route} 的静音`],
  bound: (route, held) => [
    `绑定好了，${route} 的通知会发到这里`,
    ...(held > 0 ? [`之前存着的 ${held} 条也发过来`] : []),
    "不想要了就发“解绑”",
  ],
  bindFailed: ["这个配对码不对，或者已经用过、过期了", "请向管理员要一个新的"],
  wrongScene: (scene) => [`这个配对码要在${sceneWords.zh[scene]}里用`, "它已作废，请向管理员要一个新的，到那里再发"],
  tooManyGuesses: ["试的次数太多了，请一小时后再来"],
  unbound: (routes) => ["已解绑", `${routes.join("、")} 的通知不再发到这里`],
  notBound: ["这里没有绑定过", "如果还收到通知，那是配置文件里指定的，请联系管理员"],
  unknownRoute: (route, known) => [
    `这里没有叫“${route}”的路由`,
    known.length > 0 ? `发到这里的路由：${listNames(known, "zh")}` : "现在没有路由发到这里",
  ],
  notAllowed: {
    member: ["这条命令只有管理员能用"],
    unknown: [
      "这条命令只有管理员能用，而 QQ 没有告诉我你是不是",
      "要让所有人都能用，请联系部署的人，把设置里的 commands 改成 everyone",
    ],
  },
};

const en: Words = {
  help: (routes) => [
    "What you can say",
    "status: messages left, notices waiting",
    "digest: send what is waiting now",
    "more: what the last digest left out",
    `mute 2h, mute tomorrow morning: only what is critical comes${routes[0] === undefined ? "" : `; mute 2h ${routes[0]}: quiets ${routes[0]} only`}`,
    "mute 2h all: what is critical waits too",
    "unmute",
    "bind CODE: send notices here",
    "unbind: send them here no more",
    routes.length > 0 ? `Routes that send here: ${listNames(routes, "en")}` : "No route sends here now",
  ],
  unclear: ["I did not get that, say “help”"],
  nothingHeld: { digest: ["Nothing is waiting"], more: ["That was all"] },
  page: "Left out last time",
  pageLeft: (count) => `… ${count} more, say “more” to go on`,
  muted: (at, { route, all, capped }) => [
    `${route === undefined ? "Muted" : `${route} is muted`} until ${at}${capped ? " (30 days is the most)" : ""}`,
    `${all ? "Notices are kept until then, critical ones too" : "Notices are kept until then, critical ones still come"}; say “unmute” to end it sooner`,
  ],
  heldByMute: (at, held, route) => [
    route === undefined
      ? `Muted (until ${at}), ${held} kept: say “unmute” to get ${held === 1 ? "it" : "them"} now`
      : `${route} is muted (until ${at}), ${held} kept: say “unmute ${route}” to get ${held === 1 ? "it" : "them"} now`,
  ],
  unmuted: (route) => [route === undefined ? "Unmuted" : `${route} is unmuted`],
  bound: (route, held) => [
    `Bound: notices of ${route} come here`,
    ...(held > 0 ? [`${held} that had come before ${held === 1 ? "comes" : "come"} too`] : []),
    "Say “unbind” to stop them",
  ],
  bindFailed: ["This code is wrong, used or expired", "Ask an admin for a new one"],
  wrongScene: (scene) => [
    `This code is for ${sceneWords.en[scene]}`,
    "It is spent now: ask an admin for a new one, and send it there",
  ],
  tooManyGuesses: ["Too many tries, come back in an hour"],
  unbound: (routes) => ["Unbound", `Notices of ${routes.join(", ")} come here no more`],
  notBound: ["Nothing was bound here", "Notices that still come are named in the configuration: ask an admin"],
  unknownRoute: (route, known) => [
    `No route “${route}” sends here`,
    known.length > 0 ? `Routes that send here: ${listNames(known, "en")}` : "No route sends here now",
  ],
  notAllowed: {
    member: ["Only admins may do that here"],
    unknown: [
      "Only admins may do that here, and QQ does not tell me whether you are one",
      "To let everyone do it, ask who runs me to set commands to everyone",
    ],
  },
};

/** What the bot answers to commands, as someone likes to read it on a phone. */
export const answerWords = { zh, en } as const satisfies Record<Language, Words>;
