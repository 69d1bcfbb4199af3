import { expect, it } from "vitest";
import type { Duration } from "../../../lib/model/duration.ts";
import { settleOf } from "../../../lib/policy/intake/settle-of.ts";
import { notice } from "../../support/build.ts";

const act = { keys: ["k"], rank: 1 };

it.each<[string, number, Parameters<typeof notice>[0], Duration?]>([
  ["one of several", 5_000, { act }],
  ["for as long as the route says", 10_000, { act }, "10s"],
  ["not where the route says so", 0, { act }, "0s"],
  ["not where nothing else tells it", 0, {}, "10s"],
  ["not what is critical", 0, { act, level: "critical" }],
])("waits: %s", (_, ms, of, settle) => {
  expect(settleOf(notice(of), { policy: settle === undefined ? {} : { settle } })).toBe(ms);
});
