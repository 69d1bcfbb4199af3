import type { Permit } from "../../lib/model/permit.ts";
import { median, percentile } from "../statistics.ts";
import { type End, ends, isLate, type Message, type NoticeOutcome, type Run } from "./outcome.ts";

/** From when until when (ms of the epoch) a run went. */
export type Span = { readonly from: number; readonly until: number };

/** What a run comes to; times in ms. Delays are of the notices that were told. */
export type Figures = {
  readonly accepted: number;
  readonly ends: Readonly<Record<End, number>>;
  /** Notices that people learnt of, folded and summed ones with them, and their share of the accepted. */
  readonly told: number;
  readonly toldShare: number;
  readonly medianDelay: number | null;
  readonly p95Delay: number | null;
  readonly messages: number;
  /** Of these, what went out without anyone having spoken. */
  readonly pushes: number;
  /** Of these, what came between 23:00 and 7:00 and told nothing critical. */
  readonly atNight: number;
  readonly messagesPerNotice: number | null;
  /** What QQ did not take, by what it was to go out under. */
  readonly refused: Readonly<Record<Permit["kind"], number>>;
  readonly critical: { readonly accepted: number; readonly late: number; readonly never: number };
  readonly spread: Spread;
};

/** How messages lie in the time of a run. */
export type Spread = {
  /** The longest time (ms) without one while something waited, to the end of the run. */
  readonly longestSilence: number;
  /** Messages in each half of the run, and of the first half those that told nothing critical. */
  readonly firstHalf: number;
  readonly secondHalf: number;
  readonly firstHalfPlain: number;
};

/** Throws when the ends do not add up to what was accepted. */
export function measure({ outcomes, messages, refused }: Run, accepted: number, span: Span): Figures {
  const told = outcomes.flatMap(({ arrivedAt, toldAt }) => (toldAt === undefined ? [] : [toldAt - arrivedAt]));
  const counts = Object.fromEntries(ends.map((end) => [end, outcomes.filter((outcome) => outcome.end === end).length]));
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  if (sum !== accepted) throw new Error(`${accepted} notices were accepted, but the ends of ${sum} are known`);
  const critical = outcomes.filter((outcome) => outcome.critical);
  return {
    accepted,
    ends: counts as Record<End, number>,
    told: told.length,
    toldShare: accepted === 0 ? 0 : told.length / accepted,
    medianDelay: told.length === 0 ? null : median(told),
    p95Delay: told.length === 0 ? null : percentile(told, 0.95),
    messages: messages.length,
    pushes: messages.filter(({ by }) => by !== "reply").length,
    atNight: messages.filter(isAtNight).length,
    messagesPerNotice: told.length === 0 ? null : messages.length / told.length,
    refused: {
      proactive: refused.filter(({ by }) => by === "proactive").length,
      reply: refused.filter(({ by }) => by === "reply").length,
    },
    critical: {
      accepted: critical.length,
      late: critical.filter(isLate).length,
      never: critical.filter(({ toldAt }) => toldAt === undefined).length,
    },
    spread: spreadOf(messages, outcomes, span),
  };
}

const isAtNight = ({ at, critical }: Message): boolean => {
  const hour = Math.floor(at / 3_600_000 + 8) % 24;
  return !critical && (hour >= 23 || hour < 7);
};

function spreadOf(messages: readonly Message[], outcomes: readonly NoticeOutcome[], { from, until }: Span): Spread {
  const half = (from + until) / 2;
  const first = messages.filter(({ at }) => at < half);
  const times = [from, ...messages.map(({ at }) => at), until];
  const kept = outcomes.filter(({ end }) => end !== "dropped");
  return {
    longestSilence: Math.max(...times.slice(1).map((at, index) => silenceIn(times[index] ?? at, at, kept))),
    firstHalf: first.length,
    secondHalf: messages.length - first.length,
    firstHalfPlain: first.filter(({ critical }) => !critical).length,
  };
}

/** How long (ms) something waited between two moments. */
function silenceIn(from: number, until: number, outcomes: readonly NoticeOutcome[]): number {
  const begins = outcomes.reduce(
    (soonest, { arrivedAt, toldAt }) =>
      arrivedAt < soonest && (toldAt === undefined || toldAt > from) ? arrivedAt : soonest,
    until,
  );
  return until - Math.max(from, begins);
}
