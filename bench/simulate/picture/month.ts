import type { Span } from "../figures.ts";
import { isLate, type Message, type NoticeOutcome, type Run } from "../outcome.ts";

/** A count that changes, and when (ms of the epoch). */
export type Point = readonly [at: number, count: number];

/** How a critical notice ended. */
export type Fate = "inTime" | "late" | "never";

/** One relay's month as a picture shows it. */
export type Half = {
  readonly told: readonly Point[];
  readonly waiting: readonly Point[];
  readonly pushes: readonly number[];
  readonly replies: readonly number[];
  readonly criticals: readonly { readonly at: number; readonly fate: Fate }[];
  /** Notices that people learnt of, and those that are gone. */
  readonly toldCount: number;
  readonly goneCount: number;
};

/** A month of one conversation: what came, and what two relays made of it. */
export type Month = Span & {
  /** Which conversation it is, in both languages. */
  readonly title: string;
  readonly came: readonly Point[];
  readonly naive: Half;
  readonly ours: Half;
};

const hour = 3_600_000;

/** How many notices came. */
export const countOf = ({ came }: Pick<Month, "came">): number => came.at(-1)?.[1] ?? 0;

export const readMonth = (title: string, naive: Run, ours: Run, span: Span): Month => ({
  ...span,
  title,
  came: count(
    ours.outcomes.map(({ arrivedAt }) => [arrivedAt, 1]),
    span,
  ),
  naive: readHalf(naive, span),
  ours: readHalf(ours, span),
});

function readHalf({ outcomes, messages }: Run, span: Span): Half {
  const toldAt = outcomes.flatMap((outcome) => outcome.toldAt ?? []);
  const kept = outcomes.filter(({ end }) => end !== "dropped");
  return {
    told: count(
      toldAt.map((at) => [at, 1]),
      span,
    ),
    waiting: count(
      kept.flatMap(({ arrivedAt, toldAt: at }) => [
        [arrivedAt, 1] as const,
        ...(at === undefined ? [] : [[at, -1] as const]),
      ]),
      span,
    ),
    pushes: timesOf(messages, false),
    replies: timesOf(messages, true),
    criticals: outcomes
      .filter(({ critical }) => critical)
      .map((outcome) => ({ at: outcome.arrivedAt, fate: fateOf(outcome) })),
    toldCount: toldAt.length,
    goneCount: outcomes.length - kept.length,
  };
}

const timesOf = (messages: readonly Message[], replies: boolean): readonly number[] =>
  messages.filter(({ by }) => (by === "reply") === replies).map(({ at }) => at);

function fateOf(outcome: NoticeOutcome): Fate {
  if (outcome.toldAt === undefined) return "never";
  return isLate(outcome) ? "late" : "inTime";
}

/** Adds changes up; one point an hour is as much as a picture of a month can show. */
function count(changes: readonly Point[], { from, until }: Span): readonly Point[] {
  const byHour = Map.groupBy(changes, ([at]) => Math.min(until, from + Math.ceil((at - from) / hour) * hour));
  let sum = 0;
  const points = [...byHour]
    .toSorted(([a], [b]) => a - b)
    .map(([at, some]): Point => [at, (sum += some.reduce((all, [, change]) => all + change, 0))]);
  return [[from, 0], ...points, [until, sum]];
}
