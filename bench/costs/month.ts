import { assumed, deployed, memoryOfCpu } from "./assumptions.ts";
import type { Step, Steps, Units } from "./units.ts";

/** What a month uses, by what AWS charges for. */
export type Month = {
  readonly lambdaRequests: number;
  readonly lambdaGbSeconds: number;
  readonly writes: number;
  readonly reads: number;
  readonly tableGb: number;
  /** Backups of the table's, in production. */
  readonly backupGb: number;
  readonly logGb: number;
  readonly logKeptGb: number;
  readonly metrics: number;
  readonly alarmMetrics: number;
  readonly schedules: number;
  readonly outGb: number;
};

export const noMonth: Month = {
  lambdaRequests: 0,
  lambdaGbSeconds: 0,
  writes: 0,
  reads: 0,
  tableGb: 0,
  backupGb: 0,
  logGb: 0,
  logKeptGb: 0,
  metrics: 0,
  alarmMetrics: 0,
  schedules: 0,
  outGb: 0,
};

/** What becomes of each webhook, and whether others wait meanwhile. */
const scenarios = {
  quiet: { steps: ["alone"], waits: false },
  backlog: { steps: ["held", "digest"], waits: true },
} as const satisfies Record<string, { readonly steps: readonly (keyof Steps)[]; readonly waits: boolean }>;

export type Scenario = keyof typeof scenarios;

/** Hours of a month, as AWS reckons. */
export const monthHours = 730;

const daysOfMonth = 30;

/** How often the schedule comes round in a month: the sweeps that look at what is due, lately arrived, and at all. */
const sweeps = { sweepDue: monthHours * 48, sweepRecent: monthHours * 11, sweepAll: monthHours } as const;

/** A month of one scenario. Webhooks come evenly, as by chance. */
export function monthOf(scenario: Scenario, webhooks: number, { steps, keptBytes, cpuMs }: Units): Month {
  const { steps: names, waits } = scenarios[scenario];
  const waiting = waits ? (webhooks / daysOfMonth) * assumed.waitingDays : 0;
  const parts: readonly (readonly [Step, number])[] = [
    ...names.map((name) => [steps[name], webhooks / steps[name].count] as const),
    ...Object.entries(sweeps).map(([name, times]) => [steps[name as keyof typeof sweeps], times] as const),
    ...watched(waiting, steps),
  ];
  const sum = (of: (step: Step) => number): number => parts.reduce((all, [step, times]) => all + of(step) * times, 0);
  const logGb = sum(({ logBytes }) => logBytes) / 1e9;
  const runMs = sum((step) => durationOf(step, cpuMs)) + webhooks * coldShare(webhooks) * assumed.startMs;
  return {
    lambdaRequests: sum(({ invocations }) => invocations),
    lambdaGbSeconds: (runMs / 1_000) * (deployed.memoryMb / 1_024),
    writes: sum(({ writes }) => writes),
    reads: sum(({ reads }) => reads),
    tableGb: (webhooks * keptBytes) / 1e9,
    backupGb: (webhooks * keptBytes) / 1e9,
    logGb,
    logKeptGb: logGb * (deployed.logDays / daysOfMonth) * assumed.logKeptShare,
    metrics: new Set(parts.flatMap(([step, times]) => (times > 0 ? step.metrics : []))).size,
    alarmMetrics: deployed.alarmMetrics,
    schedules: Object.values(sweeps).reduce((all, times) => all + times, 0),
    outGb: sum(({ outBytes, answers, qqCalls }) => outBytes + (answers + qqCalls) * assumed.headerBytes) / 1e9,
  };
}

/** How long (ms) functions run in all for a step, on a share of a CPU that their memory brings. */
export const durationOf = ({ invocations, storeCalls, qqCalls, waitedMs }: Step, cpuMs: number): number =>
  waitedMs +
  storeCalls * assumed.storeMs +
  qqCalls * assumed.qqMs +
  (invocations * cpuMs * assumed.cpuFactor * memoryOfCpu) / deployed.memoryMb;

/** The share of webhooks before which none came for as long as an idle instance lives, coming by chance. */
const coldShare = (webhooks: number): number => Math.exp((-webhooks * assumed.idleLifeMs) / (monthHours * 3_600_000));

/** What sweeps and the looks that they set off use besides, since so much waits in conversations of the measured size. */
function watched(waiting: number, steps: Steps): readonly (readonly [Step, number])[] {
  if (waiting === 0) return [];
  const { sweepHeld, sweepRecent, hourHeld, sweepAll } = steps;
  // Of a scan only the reads grow with what waits.
  const entry = { ...minus(sweepHeld, sweepHeld), reads: sweepHeld.reads - sweepRecent.reads };
  const scanned = waiting * (sweeps.sweepRecent + sweeps.sweepAll);
  const entriesOfHour = hourHeld.count / sweepHeld.count;
  const look = { ...minus(hourHeld, sweepAll), metrics: hourHeld.metrics };
  return [
    [entry, scanned / sweepHeld.count],
    [{ ...look, reads: look.reads - entry.reads * entriesOfHour }, (waiting / hourHeld.count) * sweeps.sweepAll],
  ];
}

/** What one step used more than another. */
const minus = (more: Step, less: Step): Step => ({
  count: more.count,
  invocations: more.invocations - less.invocations,
  waitedMs: more.waitedMs - less.waitedMs,
  writes: more.writes - less.writes,
  reads: more.reads - less.reads,
  storeCalls: more.storeCalls - less.storeCalls,
  qqCalls: more.qqCalls - less.qqCalls,
  answers: more.answers - less.answers,
  outBytes: more.outBytes - less.outBytes,
  logBytes: more.logBytes - less.logBytes,
  metrics: more.metrics.filter((name) => !less.metrics.includes(name)),
});
