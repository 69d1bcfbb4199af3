import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { engines } from "../support/engines.ts";
import { lineTest } from "../support/line-fixtures.ts";

const routes: Routes = Object.fromEntries(
  ["burst", "repeats", "two-relays"].map((name) => [
    name,
    { scene: "group", source: "generic", open: true, to: [name], policy: { proactive: "always" } },
  ]),
);

describe.each(engines)("a hundred senders at once, on %s", (_, start) => {
  const it = lineTest(routes, {}, start);

  it("sends exactly the quota's number and holds the rest", async ({ rig }) => {
    const posts = Array.from({ length: 100 }, (_, at) => rig.post("/group/burst", { title: `第 ${at} 条` }));
    expect(new Set((await Promise.all(posts)).map((each) => each.status))).toEqual(new Set([202]));
    await rig.relay.idle();
    expect(await rig.attempts("group", "burst")).toHaveLength(4);
    expect(await rig.received("group", "burst")).toHaveLength(4);
    const states = (await rig.deliveries("group", "burst")).map((delivery) => delivery.state);
    expect(states.toSorted()).toEqual([...Array(96).fill("pending"), ...Array(4).fill("sent")]);
  });

  it("sends one message for fifty repeats of one delivery", async ({ rig }) => {
    const posts = Array.from({ length: 50 }, () =>
      rig.post("/group/repeats", { title: "一次就好" }, { "idempotency-key": "the-same" }),
    );
    const states = (await Promise.all(posts)).flatMap((each) => each.body.deliveries.map((delivery) => delivery.state));
    expect(states.toSorted()).toEqual(["pending", ...Array(49).fill("repeated")]);
    await rig.relay.idle();
    expect(await rig.attempts("group", "repeats")).toHaveLength(1);
    const again = await rig.post("/group/repeats", { title: "一次就好" }, { "idempotency-key": "the-same" });
    expect(again).toMatchObject({ status: 202, body: { deliveries: [{ state: "repeated" }] } });
    await rig.relay.idle();
    expect(await rig.attempts("group", "repeats")).toHaveLength(1);
  });

  it("keeps to the quota when many deliverers that share nothing but the table are woken at once", async ({ rig }) => {
    for (let at = 0; at < 6; at += 1)
      await rig.post("/group/two-relays", { title: `第 ${at} 条` }, { prefer: "wait=5" });
    const waits = Array.from({ length: 30 }, (_, at) =>
      rig.post("/group/two-relays", { title: `再 ${at} 条` }, { prefer: "wait=5" }),
    );
    await Promise.all(waits);
    await rig.relay.idle();
    expect(await rig.attempts("group", "two-relays")).toHaveLength(4);
    expect(await rig.deliveries("group", "two-relays")).toHaveLength(36);
  });
});
