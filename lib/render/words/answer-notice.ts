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

function tell(result: CommandResult, language: Language, timeZone: string, now: number): AnswerLines {
  const words = answerWords[language];
  switch (result.kind) {
    case "help":
      return words.help;
    case "status":
      return tellStatus(result.status, language, timeZone, now);
    case "nothing-held":
      return words.nothingHeld[result.asked];
    case "page":
      return [words.page, ...result.notices.map(tellTitle), ...(result.left > 0 ? [words.pageLeft(result.left)] : [])];
    case "muted":
      return words.muted(tellMoment(result.until, language, timeZone, now), result.route);
    case "unmuted":
      return words.unmuted(result.route);
    case "bound":
      return words.bound(result.route);
    case "bind-failed":
      return words.bindFailed;
    case "wrong-scene":
      return words.wrongScene(result.scene);
    case "too-many-guesses":
      return words.tooManyGuesses;
    case "unbound":
      return words.unbound(result.routes);
    case "not-bound":
      return words.notBound;
    case "unknown-route":
      return words.unknownRoute(result.route, result.known);
    case "not-allowed":
      return words.notAllowed;
    default:
      return unreachable(result);
  }
}

const tellTitle = ({ title, level }: { readonly title: string; readonly level: Level }): string =>
  `${marks[level]} ${cutToFit(title, (text) => text.length <= titleLength)}`.trimStart();
