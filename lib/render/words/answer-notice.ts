import type { CommandResult } from "../../model/command-result.ts";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import { answerWords, type AnswerLines } from "./answer-words.ts";
import { cutToFit } from "../../base/cut-to-fit.ts";
import { markBefore } from "./marks.ts";
import { tellEnd, tellMoment } from "./moment.ts";
import { tellStatus } from "./tell-status.ts";

/** Titles of a page are cut so short (UTF-16 units) that ten of them fit into any scene's message. */
const titleLength = 60;

/** Answers that stand out by their sign; all others are everyday news. */
const levels: Partial<Record<CommandResult["kind"], Level>> = {
  bound: "success",
  "bind-failed": "warning",
  "wrong-scene": "warning",
  "too-many-guesses": "warning",
  "unknown-route": "warning",
  "not-allowed": "warning",
};

/** What the bot answers to a command, as a notice like any other. */
export function answerNotice(result: CommandResult, language: Language, timeZone: string, now: number): Notice {
  const [title, ...lines] = tell(result, language, timeZone, now);
  return {
    source: "relay",
    event: `answer.${result.kind}`,
    level: levels[result.kind] ?? "info",
    title,
    lines,
    at: new Date(now).toISOString(),
  };
}

/** What an answer's words depend on besides the result. */
type Setting = {
  readonly words: (typeof answerWords)[Language];
  readonly language: Language;
  readonly timeZone: string;
  readonly now: number;
};

/** How each result is told: a new one is one line. */
const tellers: {
  readonly [Kind in CommandResult["kind"]]: (
    result: Extract<CommandResult, { kind: Kind }>,
    setting: Setting,
  ) => AnswerLines;
} = {
  help: ({ routes }, { words }) => words.help(routes),
  status: ({ status }, { language, timeZone, now }) => tellStatus(status, language, timeZone, now),
  "nothing-held": ({ asked }, { words }) => words.nothingHeld[asked],
  page: (result, { language }) => tellPage(result, language),
  muted: (result, { words, language, timeZone, now }) =>
    words.muted(tellMoment(result.until, language, timeZone, now), result),
  "held-by-mute": ({ until, held, route }, { words, language, timeZone, now }) =>
    words.heldByMute(tellEnd(until, language, timeZone, now), held, route),
  unmuted: ({ route }, { words }) => words.unmuted(route),
  bound: ({ route, held }, { words }) => words.bound(route, held),
  "bind-failed": (_, { words }) => words.bindFailed,
  "wrong-scene": ({ scene }, { words }) => words.wrongScene(scene),
  "too-many-guesses": (_, { words }) => words.tooManyGuesses,
  unbound: ({ routes }, { words }) => words.unbound(routes),
  "not-bound": (_, { words }) => words.notBound,
  "unknown-route": ({ route, known }, { words }) => words.unknownRoute(route, known),
  "not-allowed": ({ role }, { words }) => words.notAllowed[role],
  unclear: (_, { words }) => words.unclear,
};

function tell(result: CommandResult, language: Language, timeZone: string, now: number): AnswerLines {
  const teller = tellers[result.kind] as (result: CommandResult, setting: Setting) => AnswerLines;
  return teller(result, { words: answerWords[language], language, timeZone, now });
}

function tellPage({ notices, left }: Extract<CommandResult, { kind: "page" }>, language: Language): AnswerLines {
  const { page, pageLeft } = answerWords[language];
  return [page, ...notices.map(tellTitle), ...(left > 0 ? [pageLeft(left)] : [])];
}

const tellTitle = ({ title, level }: { readonly title: string; readonly level: Level }): string =>
  `${markBefore(level, title)}${cutToFit(title, (text) => text.length <= titleLength)}`;
