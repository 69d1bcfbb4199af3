import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import type { Outcome } from "../../lib/model/outcome.ts";
import { targetName } from "../../lib/model/target.ts";
import type { Store } from "../../lib/ports.ts";
import { openSqlite, type SqliteTable } from "../../lib/store/sqlite/table.ts";
import type { Table } from "../../lib/store/table.ts";
import { delivery, noon } from "../support/build.ts";
import { inboundOf } from "../support/inbound.ts";
import { composeLines, storeOn } from "../support/promises/lines.ts";
import { targets } from "../support/promises/routes.ts";

const target = targets.group;
const sent: Outcome = { kind: "sent", messageId: "m", answer: { status: 200 } };

let table: SqliteTable;
let store: Store;
let time: number;
let woken: string[];
let ids: number;

beforeEach(() => {
  [time, woken, ids] = [noon, [], 0];
  const opened = openSqlite(undefined, () => time);
  if ("kind" in opened) throw new Error(opened.reason);
  table = opened;
  store = storeOn(table);
});
afterEach(() => table.close());

/** The lines over a table, with a QQ that takes every message after so long (ms). */
const linesOn = (over: Table, takes = 0, outcome: Outcome = sent) =>
  composeLines(over, {
    limits: "published",
    clock: { now: () => new Date(time), wait: async (ms) => void (time += ms) },
    log: () => undefined,
    wake: async (each) => void woken.push(targetName(each)),
    newId: () => `id-${(ids += 1)}`,
    arrivalTime: (now) => now,
    send: async () => {
      time += takes;
      return outcome;
    },
  });

const enlist = (count: number) =>
  Promise.all(Array.from({ length: count }, () => store.enlist(delivery({ target, route: "all", arrivedAt: noon }))));
const states = async () => (await store.listDeliveries(target, 100)).map(({ state }) => state).toSorted();

it("a deliverer that runs out of time wakes itself, and the next one goes on", async () => {
  await enlist(3);
  const lines = linesOn(table, 12 * second);
  await lines.deliver(target, noon + 28 * second);
  expect(await states()).toEqual(["pending", "sent", "sent"]);
  expect(woken).toEqual(["group:G1"]);
  await lines.deliver(target, time + 28 * second);
  expect(await states()).toEqual(["sent", "sent", "sent"]);
  expect(woken).toEqual(["group:G1"]);
});

it("a deliverer that a sender waits for leaves what settles to another", async () => {
  const settling = delivery({ target, route: "all", arrivedAt: noon, settlesUntil: noon + 5 * second });
  await store.enlist(settling);
  const answer = await linesOn(table).accept(
    "group",
    inboundOf({ path: "/all", headers: { prefer: "wait=8" }, body: '{"title":"now"}', at: new Date(noon) }),
    noon + 28 * second,
  );
  expect(answer).toMatchObject({ status: 202, body: { deliveries: [{ state: "sent" }] } });
  expect([time - noon, woken, await states()]).toEqual([0, ["group:G1"], ["pending", "sent"]]);
  await linesOn(table).deliver(target, time + 28 * second);
  expect([time - noon, await states()]).toEqual([5 * second, ["sent", "sent"]]);
});

describe("a pass that fails on its way", () => {
  const failures = [
    ["when it settles", (sk: string) => sk.startsWith("delivery#")],
    [
      "when it lets its lease go",
      (sk: string, names: readonly string[]) => sk === "state" && names.includes("leaseUntil"),
    ],
  ] as const;

  it.for(failures)("%s is found by the next sweep, and by the next webhook", async ([, fits]) => {
    await enlist(1);
    let left = 1;
    const broken: Table = {
      ...table,
      update: (change) => {
        const names = [...(change.remove ?? []), ...Object.keys(change.set ?? {})];
        if (left > 0 && !change.answer && fits(change.key.sk, names)) {
          left -= 1;
          throw new Error("throttled");
        }
        return table.update(change);
      },
    };
    const again: Outcome = { kind: "refused", as: "again", answer: { status: 500, code: 50055001 } };
    await expect(linesOn(broken, 0, again).deliver(target, noon + 28 * second)).rejects.toThrow("throttled");
    await linesOn(table).sweep("due", noon + minute);
    expect(woken).toEqual(["group:G1"]);
    expect(await linesOn(table).deliver(target, time + 28 * second)).toBe("done");
  });

  it("is taken over as one that died: what it had sent is not told again", async () => {
    await enlist(2);
    await store.changeState(target, { mutedUntil: noon + 1 });
    time = noon + 2 * minute;
    let isBroken = true;
    const broken: Table = {
      ...table,
      update: (change) => {
        if (isBroken && change.key.sk.startsWith("delivery#")) throw new Error("throttled");
        return table.update(change);
      },
    };
    let sends = 0;
    const lines = composeLines(broken, {
      limits: "published",
      clock: { now: () => new Date(time), wait: async () => undefined },
      log: () => undefined,
      wake: async () => undefined,
      newId: () => `id-${(ids += 1)}`,
      arrivalTime: (now) => now,
      send: async () => {
        sends += 1;
        return sent;
      },
    });
    await expect(lines.deliver(target, time + 28 * second)).rejects.toThrow("throttled");
    isBroken = false;
    await lines.deliver(target, time + 28 * second);
    expect([sends, await states()]).toEqual([1, ["sent", "sent"]]);
    expect((await store.load(target, time)).quota.claim).toBeUndefined();
  });
});
