import type { CommandResult } from "../../model/command-result.ts";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import { unreachable } from "../../base/unreachable.ts";
import { answerWords, type AnswerLines } from "./answer-words.ts";
import { cutToFit } from "../../base/cut-to-fit.ts";
import { marks } from "./marks.ts";
import { tellMoment } from "./moment.ts";
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

/** Answers that always read the same. */
const fixed = {
  help: "help",
  "bind-failed": "bindFailed",
  "too-many-guesses": "tooManyGuesses",
  "not-bound": "notBound",
  "not-allowed": "notAllowed",
} as const satisfies Partial<Record<CommandResult["kind"], string>>;

type Fixed = Extract<CommandResult, { kind: keyof typeof fixed }>;

const isFixed = (result: CommandResult): result is Fixed => result.kind in fixed;

function tell(result: CommandResult, language: Language, timeZone: string, now: number): AnswerLines {
  const words = answerWords[language];
  if (isFixed(result)) return words[fixed[result.kind]];
  switch (result.kind) {
    case "status":
      return tellStatus(result.status, language, timeZone, now);
    case "nothing-held":
      return words.nothingHeld[result.asked];
    case "page":
      return tellPage(result, language);
    case "muted":
      return words.muted(tellMoment(result.until, language, timeZone, now), result.route);
    case "unmuted":
      return words.unmuted(result.route);
    case "bound":
      return words.bound(result.route);
    case "wrong-scene":
      return words.wrongScene(result.scene);
    case "unbound":
      return words.unbound(result.routes);
    case "unknown-route":
      return words.unknownRoute(result.route, result.known);
    default:
      return unreachable(result);
  }
}

function tellPage({ notices, left }: Extract<CommandResult, { kind: "page" }>, language: Language): AnswerLines {
  const { page, pageLeft } = answerWords[language];
  return [page, ...notices.map(tellTitle), ...(left > 0 ? [pageLeft(left)] : [])];
}

const tellTitle = ({ title, level }: { readonly title: string; readonly level: Level }): string =>
  `${marks[level]} ${cutToFit(title, (text) => text.length <= titleLength)}`.trimStart();
