import { afterEach, beforeEach, expect, it } from "vitest";
import { claimPermit } from "../../lib/deliver/claim-permit.ts";
import type { DeliverPorts } from "../../lib/deliver/deliver-ports.ts";
import { presets } from "../../lib/model/limits.ts";
import type { Target } from "../../lib/model/target.ts";
import { refundAll } from "../../lib/outbox/refund.ts";
import { resolvePolicies } from "../../lib/policy/plan/plan-rules.ts";
import type { QuotaOwner } from "../../lib/ports.ts";
import { openSqlite, type SqliteTable } from "../../lib/store/sqlite/table.ts";
import { createStore } from "../../lib/store/store.ts";
import { delivery } from "../support/build.ts";

const target: Target = { scene: "dm", id: "S1" };
const midnight = Date.parse("2026-11-22T00:00:00+08:00");

let table: SqliteTable;
beforeEach(() => {
  const opened = openSqlite(undefined, () => midnight);
  if ("kind" in opened) throw new Error(opened.reason);
  table = opened;
});
afterEach(() => table.close());

it("a claim over midnight counts on the day on which it was made, at every counter, and so does what goes back", async () => {
  const store = createStore(table, 30);
  let time = midnight - 1;
  const ports = {
    store,
    // Each look at the clock is a second later.
    clock: { now: () => new Date((time += 1_000) - 1_000), wait: async () => undefined },
    newId: () => "claim",
    rules: { limits: presets.published.dm, quotaZone: "Asia/Shanghai", policyOf: resolvePolicies({}) },
  } as unknown as DeliverPorts;
  const bot: QuotaOwner = { kind: "bot", scene: "dm", period: "2026-11-21" };
  const used = async () => [
    (await store.load(target, midnight)).quota.used,
    (await store.readQuota(bot)).used,
    (await store.readQuota({ ...bot, period: "2026-11-22" })).used,
  ];

  const standing = await store.load(target, time);
  const send = { deliveries: [delivery({ target })], by: { kind: "proactive" } } as const;
  const claimed = await claimPermit(send, standing, midnight + 28_000, ports);
  if (claimed.kind === "closed") throw new Error("there was room");
  expect(await used()).toEqual([{ "target-day@2026-11-21": 1 }, { "bot-day@2026-11-21": 1 }, {}]);
  await refundAll(claimed.spent, claimed.claim.id, ports);
  expect(await used()).toEqual([{ "target-day@2026-11-21": 0 }, { "bot-day@2026-11-21": 0 }, {}]);
});
