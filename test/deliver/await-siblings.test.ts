import { describe, expect, it } from "vitest";
import { awaitSiblings } from "../../lib/deliver/await-siblings.ts";
import type { DeliverPorts } from "../../lib/deliver/deliver-ports.ts";
import { group, noon } from "../support/build.ts";

/** Waits of so long, and what is said by then: word in the table by time, or a wake-up in the process. */
const waiting = async (
  until: number | undefined,
  deadline: number,
  more: Partial<DeliverPorts> = {},
  wordAt = Infinity,
) => {
  let time = noon;
  const ports = {
    clock: { now: () => new Date(time), wait: async (ms: number) => void (time += ms) },
    store: { readWord: async () => (time - noon >= wordAt ? "another" : "me") },
    ...more,
  } as unknown as DeliverPorts;
  const answer = await awaitSiblings(
    group,
    { until: until === undefined ? until : noon + until, seen: "me" },
    noon + deadline,
    ports,
  );
  return [answer === "not" ? answer : answer.seen, time - noon];
};

describe("a pass that waits", () => {
  it.each<[string, Parameters<typeof waiting>, readonly [string, number]]>([
    ["for nothing", [undefined, 28_000], ["not", 0]],
    ["until its time has come", [4_500, 28_000], ["me", 4_500]],
    ["until someone leaves word", [5_000, 28_000, {}, 1_200], ["another", 2_000]],
    ["until it is woken", [5_000, 28_000, { wokenMeanwhile: () => true }], ["me", 1_000]],
    ["not where it could send no more then", [5_000, 10_000], ["not", 0]],
    ["not while a sender waits for it", [5_000, 28_000, { isAwaited: true }], ["not", 0]],
  ])("%s", async (_, given, expected) => {
    expect(await waiting(...given)).toEqual(expected);
  });
});
