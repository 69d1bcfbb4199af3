import { median, percentile } from "../statistics.ts";
import { type End, ends, type NoticeOutcome, type Message, type Run } from "./outcome.ts";

/** A critical notice that comes later than this (ms) is late. */
const lateAfter = 10 * 60_000;

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
  /** Of these, what came between 23:00 and 7:00 and told nothing critical. */
  readonly atNight: number;
  readonly messagesPerNotice: number | null;
  readonly refused: number;
  readonly critical: { readonly accepted: number; readonly late: number; readonly never: number };
};

/** Throws when the ends do not add up to what was accepted. */
export function measure({ outcomes, messages, refused }: Run, accepted: number): Figures {
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
    atNight: messages.filter(isAtNight).length,
    messagesPerNotice: told.length === 0 ? null : messages.length / told.length,
    refused,
    critical: {
      accepted: critical.length,
      late: critical.filter(isLate).length,
      never: critical.filter(({ toldAt }) => toldAt === undefined).length,
    },
  };
}

const isLate = ({ arrivedAt, toldAt }: NoticeOutcome): boolean =>
  toldAt !== undefined && toldAt - arrivedAt > lateAfter;

const isAtNight = ({ at, critical }: Message): boolean => {
  const hour = Math.floor(at / 3_600_000 + 8) % 24;
  return !critical && (hour >= 23 || hour < 7);
};
