import { deployed } from "./assumptions.ts";
import { type Cost, priceOf } from "./cost.ts";
import { durationOf, type Month, noMonth } from "./month.ts";
import type { Prices } from "./prices.ts";
import type { Step, Steps, Units } from "./units.ts";

/** What may become of one webhook or event, by the steps that it takes. */
const kinds = {
  alone: ["alone"],
  burst: ["burst"],
  github: ["github"],
  kept: ["held", "digest"],
  refusedPush: ["refusedPush"],
  beside: ["beside"],
  event: ["event"],
  lifeSign: ["lifeSign"],
} as const satisfies Record<string, readonly (keyof Steps)[]>;

export type Kind = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as readonly Kind[];

const million = 1_000_000;

/** Of one webhook or event of a kind: DynamoDB's units and what is waited for by the clock (ms), and what a million of them cost in USD by Lambda, DynamoDB and logs. */
export function costOfMillion(kind: Kind, { steps, cpuMs }: Units, prices: Prices) {
  const taken: readonly Step[] = kinds[kind].map((name) => steps[name]);
  const each = (of: (step: Step) => number): number => taken.reduce((sum, step) => sum + of(step) / step.count, 0);
  const [writes, reads] = [each((step) => step.writes), each((step) => step.reads)];
  const month: Month = {
    ...noMonth,
    lambdaRequests: each(({ invocations }) => invocations) * million,
    lambdaGbSeconds: each((step) => durationOf(step, cpuMs)) * (million / 1_000) * (deployed.memoryMb / 1_024),
    writes: writes * million,
    reads: reads * million,
    logGb: each(({ logBytes }) => logBytes) / 1_000,
  };
  const { lambda, dynamodb, logs }: Cost = priceOf(month, prices);
  return { writes, reads, waitedMs: each((step) => step.waitedMs), lambda, dynamodb, logs };
}
