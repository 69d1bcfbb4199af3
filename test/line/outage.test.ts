import { describe, expect } from "vitest";
import { hour, minute, second } from "../../lib/base/time.ts";
import { resolvePolicy } from "../../lib/policy/plan/plan-rules.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const group = { scene: "group", id: "G1" } as const;
const ids = ["G1", "G2", "G3", "G4", "G5", "G6"] as const;

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"], policy: { proactive: "always" } },
  all: { scene: "group", source: "generic", open: true, to: [...ids] },
};

describe("while QQ is out of order", () => {
  const it = lineTest(routes)
    .extend("send", ({ rig }) => async (title: string, path = "/group/ci") => {
      await rig.post(path, { title, key: title });
      await rig.relay.idle();
    })
    .extend("pass", ({ rig }) => async (time: number, step = minute) => {
      for (const end = rig.now() + time; rig.now() < end;) {
        rig.setTime(Math.min(end, rig.now() + step));
        await rig.relay.sweep();
        await rig.relay.idle();
      }
    })
    .extend(
      "states",
      ({ rig }) =>
        async () =>
          (await rig.deliveries("group", "G1")).map(({ state }) => state),
    )
    .extend("requests", ({ rig }) => async () => {
      const all = await Promise.all(ids.map((id) => rig.attempts("group", id)));
      return all.flat();
    });

  it("fifty-four minutes of lost answers spend nothing of the month", async ({ rig, send, pass, states }) => {
    await rig.sim("faults", { times: 10_000, drop: "before" });
    await send("一");
    await pass(54 * minute);
    expect(await states()).toEqual(["pending"]);
    const { quota } = await rig.store.load(group, rig.now());
    expect(quota.used).toEqual({ "target-month@2026-11": 0 });
    expect(quota.doubt["target-month@2026-11"]).toBeGreaterThan(0);
    await rig.sim("reset", {});
    await pass(3 * hour);
    for (const title of ["二", "三", "四"]) await send(title);
    expect(await states()).toEqual(["sent", "sent", "sent", "sent"]);
  });

  it("what QQ answers to try again is held to its route's maxAge, and sent when QQ is back", async ({
    rig,
    send,
    pass,
    states,
  }) => {
    await rig.sim("faults", { times: 100_000, code: 50055001 });
    await send("一");
    await pass(3 * 24 * hour, hour);
    expect(await states()).toEqual(["pending"]);
    await rig.sim("reset", {});
    await pass(2 * hour);
    expect(await states()).toEqual(["sent"]);
    expect(resolvePolicy(undefined).maxAge).toBeGreaterThan(3 * 24 * hour);
  });

  it.for([
    ["pages of a proxy", { status: 504, html: true }],
    ["lost answers", { drop: "before" }],
  ] as const)("the whole bot asks by one probe now and then: %s", async ([, fault], { rig, send, pass, requests }) => {
    await rig.sim("faults", { times: 10_000, ...fault });
    await send("一", "/group/all");
    await pass(30 * minute);
    expect((await requests()).length).toBeLessThanOrEqual(3 + 30);
    expect(rig.logs.filter((line) => line.includes('"event":"breaker"'))).toHaveLength(1);
    const outages = rig.logs.filter((line) => line.includes('"event":"outage"')).length;
    expect(outages).toBe((await requests()).length - 2);
    await rig.sim("reset", {});
    await pass(3 * hour);
    for (const id of ids) expect(await rig.received("group", id)).toHaveLength(1);
    expect(await rig.store.readBreaker()).toEqual({ failures: 0, openUntil: 0 });
  });

  it("codes about a message open nothing", async ({ rig, send }) => {
    await rig.sim("faults", { times: 24, code: 304082 });
    await send("一", "/group/all");
    expect(await rig.store.readBreaker()).toEqual({ failures: 0, openUntil: 0 });
  });

  it("is over for all when one message comes through", async ({ rig, send }) => {
    for (let failures = 0; failures < 5; failures += 1) await rig.store.countFailure();
    await rig.store.openBreaker({ failures: 5, openUntil: 0 }, rig.now() + 60 * second);
    await send("一");
    expect(await rig.attempts("group", "G1")).toEqual([]);
    rig.setTime(rig.now() + 61 * second);
    await rig.relay.sweep();
    await rig.relay.idle();
    expect(await rig.received("group", "G1")).toHaveLength(1);
    expect(await rig.store.readBreaker()).toEqual({ failures: 0, openUntil: 0 });
  });
});
