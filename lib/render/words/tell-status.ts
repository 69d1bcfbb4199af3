import type { Language } from "../../model/language.ts";
import type { Status } from "../../model/status.ts";
import type { AnswerLines } from "./answer-words.ts";
import { tellBasis } from "./basis-words.ts";
import { tellMoment } from "./moment.ts";
import { type RepliesLeft, statusWords } from "./status-words.ts";
import { minute } from "../../base/time.ts";

/** A target's status in words: first what can be sent unasked, since that is what people ask for. */
export function tellStatus(status: Status, language: Language, timeZone: string, now: number): AnswerLines {
  const words = statusWords[language];
  const moment = (at: number): string => tellMoment(at, language, timeZone, now);
  const { held, counted, windows, muted, mutes, bound, basis } = status;
  return [
    tellProactive(status.proactive, language, moment),
    ...(basis !== undefined && status.proactive.kind === "counted" ? [tellBasis(basis, language, timeZone, now)] : []),
    ...(muted === undefined ? [] : [words.muted(moment(muted.until), muted.all)]),
    ...mutes.map(({ route, until }) => words.mutedRoute(moment(until), route)),
    held > 0 ? words.held(held, whenSent(status)) : words.nothingHeld,
    ...(counted > 0 ? [words.counted(counted)] : []),
    ...(windows.length > 0 ? [words.replies(repliesLeft(windows, now))] : []),
    ...(bound.length > 0 ? [words.bound(bound)] : []),
  ];
}

function whenSent({ windows, muted, mutes }: Status): "now" | "after-mute" | "later" {
  if (muted !== undefined) return "after-mute";
  return mutes.length > 0 || windows.length === 0 ? "later" : "now";
}

/** In a lively group every message opens a window: those that close in the same minute are told as one. */
function repliesLeft(windows: Status["windows"], now: number): readonly RepliesLeft[] {
  const sums = new Map<number, number>();
  for (const { closesAt, left = Number.POSITIVE_INFINITY } of windows) {
    const minutes = Math.max(1, Math.round((closesAt - now) / minute));
    sums.set(minutes, (sums.get(minutes) ?? 0) + left);
  }
  return [...sums].map(([minutes, left]) => ({ minutes, left: Number.isFinite(left) ? left : undefined }));
}

/** Limits of a minute or second are not told: they are over before the answer is read. */
function tellProactive(proactive: Status["proactive"], language: Language, moment: (at: number) => string): string {
  const words = statusWords[language];
  if (proactive.kind === "denied" || proactive.kind === "gone")
    return words[proactive.kind](proactive.until === undefined ? undefined : moment(proactive.until));
  if (proactive.kind === "replies-only") return words.repliesOnly;
  if (proactive.kind === "closed") return words.closed(proactive.of, moment(proactive.until));
  const told = proactive.rules.filter(({ every }) => every === "month" || every === "day");
  if (told.length === 0) return words.unlimited;
  return told
    .map(({ every, left, max, opensAt }) =>
      left > 0 ? words.left(every, left, max) : words.usedUp(every, moment(opensAt)),
    )
    .join(words.comma);
}
