import { besideGoal } from "./goal.ts";
import { postAll } from "./load.ts";
import type { Report } from "./report.ts";
import type { Rig } from "./rig.ts";
import { callsSince, sumOfCalls, tellCalls } from "./store-calls.ts";
import { formatTable } from "./table.ts";

type Case = {
  readonly name: string;
  readonly path: string;
  readonly count: number;
  /** Most calls a message, where there is a goal. */
  readonly max?: number;
  /** With wake-ups as in AWS, where each of them asks for the lease. */
  readonly invoked?: true;
};

const lone = 7;
const burst = 4;

const cases: readonly Case[] = [
  { name: "lone, c2c", path: "/c2c/lone-c2c", count: 1, max: lone },
  { name: "lone, group", path: "/group/lone-group", count: 1, max: lone },
  { name: "lone, channel", path: "/channel/lone-channel", count: 1, max: lone },
  { name: "lone, channel of a known guild", path: "/channel/lone-of-guild", count: 1, max: lone },
  { name: "lone, dm", path: "/dm/lone-dm", count: 1, max: lone },
  { name: "burst of 100, group", path: "/group/burst", count: 100, max: burst },
  { name: "burst of 100, group, wake-ups as in AWS", path: "/group/burst-invoked", count: 100, invoked: true },
];

/** Calls to the store from enlisting to rest, a message, the access token at hand. */
export async function benchCalls(rig: Rig): Promise<Report> {
  const rows: (readonly string[])[] = [];
  const faults: string[] = [];
  for (const each of cases) {
    const calls = await countCalls(each, rig);
    const perMessage = sumOfCalls(calls) / each.count;
    rows.push([each.name, ...besideGoal(perMessage, each.max, 2), tellCalls(calls)]);
    if (each.max !== undefined && perMessage > each.max)
      faults.push(`${each.name}: ${perMessage.toFixed(2)} store calls, over ${each.max}`);
  }
  return { text: formatTable("Store calls a message", ["", "calls", "goal", "", "in all"], rows), faults };
}

async function countCalls({ path, count, invoked }: Case, rig: Rig) {
  const url = invoked ? rig.invokedUrl : rig.url;
  const post = (messages: number) =>
    postAll(
      url,
      Array.from({ length: messages }, () => ({ path, ...rig.nextPush() })),
      messages,
    );
  await post(1);
  const before = await rig.usage();
  await post(count);
  const after = await rig.usage();
  return callsSince(after.calls, before.calls);
}
