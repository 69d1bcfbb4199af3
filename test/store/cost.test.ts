import { type AttributeValue, BatchWriteItemCommand, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeScene } from "../../lib/compose/scene.ts";
import type { Setup } from "../../lib/compose/common.ts";
import type { SceneRelay } from "../../lib/http/relay.ts";
import type { Routes } from "../../lib/model/route.ts";
import { defaultSettings } from "../../lib/model/settings.ts";
import type { Target } from "../../lib/model/target.ts";
import { toAttributes } from "../../lib/store/dynamo/attributes.ts";
import { connect, localAt } from "../../lib/store/dynamo/client.ts";
import { openDynamo } from "../../lib/store/dynamo/table.ts";
import { minute } from "../../lib/base/time.ts";
import { deliveryKey, livePending } from "../../lib/store/keys.ts";
import { createStore } from "../../lib/store/store.ts";
import { startSimulator, type Simulator } from "../../simulator/server.ts";
import { delivery, noon } from "../support/build.ts";
import { findEngine, type TestEngine } from "../support/engines.ts";
import { inboundOf } from "../support/inbound.ts";
import { merge, pushTo, type Told } from "../support/one-act.ts";
import { runs } from "../support/runs.ts";
import { type Meter, startMeter, type Units } from "../../bench/meter.ts";

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"] },
  quiet: { scene: "group", source: "generic", open: true, to: ["G2"] },
  code: { scene: "group", source: "github", open: true, to: ["G3"] },
};
const target: Target = { scene: "group", id: "G1" };

type Attributes = Record<string, AttributeValue>;

/**
 * What lies there while one more message is charged: several pages of an index, and 2 MB. `npm run test:random` has fifty
 * thousand, which costs the same.
 */
const lying = runs(2_500);

/** Only this engine counts what indexes cost; dynalite does not. */
const dynoxide = findEngine("dynoxide");

describe.runIf(dynoxide)("what DynamoDB charges for", () => {
  let engine: TestEngine;
  let dynamo: NonNullable<TestEngine["dynamo"]>;
  let meter: Meter;
  let simulator: Simulator;
  let setup: Setup;
  let relay: SceneRelay;
  const wakes: Target[] = [];
  // Away from the end of a half hour, where a webhook without a delivery id costs a read more.
  let now = noon + 600_000;
  let count = 0;

  beforeAll(async () => {
    engine = await (dynoxide?.() ?? Promise.reject(new Error("no engine")));
    if (!engine.dynamo) throw new Error("an engine without DynamoDB's language");
    dynamo = engine.dynamo;
    engine.setClock(() => now);
    meter = await startMeter(dynamo.endpoint);
    const clock = { now: () => new Date(now), wait: async (ms: number) => void (now += ms) };
    simulator = await startSimulator({ port: 0, appId: "app", appSecret: "secret-of-the-bot", now: clock.now });
    await fetch(`${simulator.url}/_sim/settings`, {
      method: "POST",
      body: JSON.stringify({ limits: { override: { group: { proactive: 1_000 } } } }),
    });
    setup = {
      routes,
      settings: { ...defaultSettings, limits: { override: { group: { proactive: 1_000 } } } },
      env: {
        QQ_APP_ID: "app",
        QQ_APP_SECRET: "secret-of-the-bot",
        QQ_API_BASE: simulator.url,
        QQ_TOKEN_URL: `${simulator.url}/app/getAppAccessToken`,
      },
      table: openDynamo(connect(localAt(meter.url)), dynamo.name, () => now),
      clock,
      wake: (each) => Promise.resolve(void wakes.push(each)),
      log: () => undefined,
    };
    relay = composeScene("group", setup);
    // The access token is fetched once in two hours, and is no part of a message's price.
    await accept();
    await deliverAll();
  });
  afterAll(async () => {
    await simulator.stop();
    await meter.stop();
    await engine.stop();
  });

  const accept = async (): Promise<void> => {
    now += 1_000;
    const body = JSON.stringify({ title: `第 ${(count += 1)} 条`, text: "磁盘快满了 ".repeat(20) });
    const request = inboundOf({ path: "/ci", body, at: new Date(now) });
    expect(await relay.accept(request, now + 30_000)).toMatchObject({ status: 202 });
  };
  const deliverAll = async (): Promise<void> => {
    for (const each of wakes.splice(0)) await relay.deliver(each, now + 30_000);
  };
  const received = async (): Promise<number> => {
    const response = await fetch(`${simulator.url}/_sim/messages?scene=group&target=G1`);
    return ((await response.json()) as readonly { readonly status: number }[]).filter(({ status }) => status === 200)
      .length;
  };
  const one = async (): Promise<Units> => {
    const before = await received();
    meter.read();
    await accept();
    await deliverAll();
    const units = meter.read();

    expect(await received()).toBe(before + 1);
    return units;
  };

  /**
   * Its item, its entry in the index of what is live and its place in the log, the lease, the claim, the settled item and the entry that goes, the
   * lease let go.
   */
  it("is 8 write units and 2 read units for a message that goes alone", async () =>
    expect(await one()).toEqual({ writes: 8, reads: 2 }));

  it("is 5.4 write units a notice in a digest of ten: 3 to enlist it, 2 to settle it, and 4 for the message", async () => {
    const before = await received();
    meter.read();
    for (let more = 0; more < 10; more += 1) await accept();
    expect(meter.read()).toEqual({ writes: 30, reads: 0 });
    now += minute;
    await deliverAll();
    const { writes, reads } = meter.read();
    expect(await received()).toBe(before + 1);
    // Nine wake-ups find nothing to do: a lease taken and let go each.
    expect(writes).toBe(24 + 9 * 2);
    // One more for each of what a process reads again after ten seconds: whether QQ is well, and which limits hold.
    expect(reads).toBeLessThanOrEqual(13 + 9);
  });

  it("is the same for the message after one that told two hundred", { timeout: 60_000 }, async () => {
    const store = createStore(engine.table, 30);
    await fill(target, 200, (item, at) => ({
      ...item,
      state: { S: "pending" },
      live: { S: livePending("info", now, `told-${at}`) },
    }));
    now += minute;
    await relay.deliver(target, now + 30_000);
    expect(await store.countPending(target)).toBe(0);
    expect(await one()).toEqual({ writes: 8, reads: 2 });
  });

  it("leaves word for the holder of a lease by 1 write unit, and reads nothing", async () => {
    const store = createStore(engine.table, 30);
    await store.takeLease(target, "holder", now + 60_000, now);
    meter.read();
    await relay.deliver(target, now + 30_000);
    expect(meter.read()).toEqual({ writes: 1, reads: 0 });
    await store.breakLease(target, "holder", now);
    await relay.deliver(target, now + 30_000);
  });

  describe("of an act that GitHub tells by several events", () => {
    const { push, closed, deleted } = merge("squash");
    const post = async (...some: readonly Told[]): Promise<Units> => {
      meter.read();
      now += 1_000;
      for (const [event, body] of some) {
        const headers = { "x-github-event": event, "x-github-delivery": `d-${(count += 1)}` };
        await relay.accept(
          inboundOf({ path: "/code", headers, body: JSON.stringify(body), at: new Date(now) }),
          now + 30_000,
        );
      }
      // Wake-ups while a pass works leave it word.
      const [first] = wakes.splice(0);
      if (first) await relay.deliver(first, now + 30_000);
      return meter.read();
    };

    it("is no write unit more for one that comes alone, but a read a second while it waits, and to load anew", async () => {
      const { writes, reads } = await post(pushTo("main", 5));
      expect(writes).toBe(8);
      expect(reads).toBeLessThanOrEqual(2 + 5 + 5);
    });

    it("is 18 write units for a merge, where three messages were 24", async () =>
      expect(await post(push, closed, deleted)).toMatchObject({ writes: 18 }));

    it("is 7 write units for what comes late and says nothing new", async () =>
      expect(await post(deleted)).toMatchObject({ writes: 7 }));
  });

  describe("where nothing can go", () => {
    const quiet: Target = { scene: "group", id: "G2" };

    it.each([0, lying])(
      "is 5 write units and no read units for one more webhook, with %i held",
      { timeout: 120_000 },
      async (held) => {
        const store = createStore(engine.table, 30);
        await store.changeState(quiet, { mutedUntil: now + 3_600_000, dueAt: now + 3_600_000, heldFor: ["mute"] });
        await fill(quiet, held, (item, at) => ({
          ...item,
          state: { S: "pending" },
          live: { S: livePending("info", now, `held-${at}`) },
        }));
        meter.read();
        now += 1_000;
        const body = JSON.stringify({ title: `第 ${(count += 1)} 条` });
        await relay.accept(inboundOf({ path: "/quiet", body, at: new Date(now) }), now + 30_000);
        await deliverAll();
        expect(meter.read()).toEqual({ writes: 5, reads: 0 });
      },
    );

    it.each([0, 10_000])(
      "is 1 read unit more where only the pace of pushes holds it, with %i held",
      { timeout: 120_000 },
      async (held) => {
        const store = createStore(engine.table, 30);
        const spread: Target = { scene: "group", id: `G3-${held}` };
        const by = composeScene("group", {
          ...setup,
          routes: { ...routes, spread: { scene: "group", source: "generic", open: true, to: [spread.id] } },
          settings: { ...defaultSettings, limits: "published" },
        });
        const charge = { kind: "count", rule: "target-month", period: "2026-11", max: 4, stale: [] } as const;
        await store.spend({ kind: "target", target: spread }, [charge], now);
        await store.changeState(spread, { toldAt: now, dueAt: now + 3_600_000, heldFor: ["spread"] });
        await fill(spread, held, (item, at) => ({
          ...item,
          state: { S: "pending" },
          live: { S: livePending("info", now, `held-${at}`) },
        }));
        wakes.splice(0);
        meter.read();
        now += 1_000;
        const body = JSON.stringify({ title: `第 ${(count += 1)} 条` });
        await by.accept(inboundOf({ path: "/spread", body, at: new Date(now) }), now + 30_000);
        for (const each of wakes.splice(0)) await by.deliver(each, now + 30_000);
        expect(meter.read()).toEqual({ writes: 5, reads: 1 });
      },
    );

    it("is 1 read unit for each of a head of 400, whatever is held, once something can go", async () => {
      const table = openDynamo(connect(localAt(meter.url)), dynamo.name, () => now);
      meter.read();
      const { deliveries } = await createStore(table, 30).load(quiet, now);
      expect(deliveries).toHaveLength(400);
      const { reads } = meter.read();
      expect(reads).toBeGreaterThan(401);
      expect(reads).toBeLessThan(430);
    });
  });

  it("does not grow with thousands of old deliveries in the target's log", { timeout: 120_000 }, async () => {
    const young = await one();
    await fillLog(lying);
    const listed = await createStore(engine.table, 30).listDeliveries(target, 2 * lying);
    expect(listed.length).toBeGreaterThan(lying);
    expect(await one()).toEqual(young);
  });

  /** Old deliveries as the relay leaves them. */
  const fillLog = (many: number): Promise<void> => fill(target, many, (item) => item);

  /** Deliveries made after one that is sent, a batch at a time. */
  const fill = async (
    into: Target,
    many: number,
    change: (item: Attributes, at: number) => Attributes,
  ): Promise<void> => {
    const store = createStore(engine.table, 30);
    const model = delivery({ id: "ci#model", target: into });
    await store.enlist(model);
    await store.settle(into, [{ id: model.id, state: "sent", attempts: 1 }], now);
    const { Item = {} } = await dynamo.client.send(
      new GetItemCommand({ TableName: dynamo.name, Key: toAttributes(deliveryKey(into, model.id)) }),
    );
    expect(Item).not.toHaveProperty("live");
    for (let at = 0; at < many; at += 25) {
      const items = Array.from({ length: 25 }, (_, more) =>
        change({ ...Item, sk: { S: `delivery#ci#old-${at + more}` } }, at + more),
      );
      const writes = items.map((item) => ({ PutRequest: { Item: item } }));
      await dynamo.client.send(new BatchWriteItemCommand({ RequestItems: { [dynamo.name]: writes } }));
    }
  };
});
