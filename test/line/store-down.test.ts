import { describe, expect } from "vitest";
import type { Routes } from "../../lib/model/route.ts";
import { connect, localAt } from "../../lib/store/dynamo/client.ts";
import { openDynamo } from "../../lib/store/dynamo/table.ts";
import { delivery, noon } from "../support/build.ts";
import { startDynamo } from "../support/engines.ts";
import { type Replied, sendTo } from "../support/requests.ts";
import { engineTest } from "../support/line-fixtures.ts";
import { startRig } from "../support/rig.ts";
import { startWeakLink } from "../support/weak-link.ts";

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: ["G1"] },
  two: { scene: "group", source: "generic", open: true, to: ["G1", "G2"] },
};

const states = ({ json }: Replied) => json.deliveries?.map(({ state }) => state);

describe("when the store cannot be reached", () => {
  const it = engineTest(startDynamo)
    .extend("link", async ({ engine }, { onCleanup }) => {
      const link = await startWeakLink(engine.dynamo.endpoint);
      onCleanup(link.stop);
      return link;
    })
    .extend("rig", async ({ engine, link }, { onCleanup }) => {
      const table = openDynamo(connect(localAt(link.url)), engine.dynamo.name, () => noon);
      const rig = await startRig(engine, routes, { table });
      onCleanup(async () => {
        link.set("up");
        await rig.stop();
      });
      return rig;
    })
    .extend(
      "send",
      ({ rig }) =>
        (path = "/group/ci", headers: Record<string, string> = {}): Promise<Replied> =>
          sendTo(rig.relay.url, { path, headers: { "idempotency-key": "one", ...headers }, body: '{"title":"断网"}' }),
    )
    .extend(
      "kept",
      ({ rig }) =>
        async (target = "G1") =>
          (await rig.deliveries("group", target)).map(({ state }) => state),
    );

  it.for([{}, { prefer: "wait=5" }])(
    "answers 503 and when to try again, keeps nothing, and takes the repeat: %j",
    async (headers, { link, rig, send, kept }) => {
      link.set("down");
      const answer = await send("/group/ci", headers);
      expect([answer.status, answer.json]).toEqual([503, { error: "unavailable", message: expect.any(String) }]);
      expect(answer.headers.get("retry-after")).toMatch(/^[1-9]\d*$/);
      expect(rig.logs.filter((line) => line.includes('"event":"store"'))).toHaveLength(1);
      expect(rig.logs.join("\n")).not.toMatch(/断网|"G1"|group:G1/);
      expect(await kept()).toEqual([]);

      link.set("up");
      expect(states(await send())).toEqual(["pending"]);
      await rig.relay.idle();
      expect(await kept()).toEqual(["sent"]);
      expect(await rig.attempts("group", "G1")).toHaveLength(1);
    },
  );

  it("knows the repeat of what it had stored when the store's answer was lost, and sends it once", async ({
    link,
    rig,
    send,
    kept,
  }) => {
    link.set("mute");
    expect((await send()).status).toBe(503);
    expect(await kept()).toEqual(["pending"]);
    link.set("up");
    expect(states(await send())).toEqual(["repeated"]);
    await rig.relay.idle();
    expect(await kept()).toEqual(["sent"]);
    expect(await rig.attempts("group", "G1")).toHaveLength(1);
  });

  it("of two targets, takes the one that is missing and wakes the one that had got through", async ({
    rig,
    send,
    kept,
  }) => {
    const target = { scene: "group", id: "G1" } as const;
    await rig.store.enlist(delivery({ id: "two#one", route: "two", target, arrivedAt: rig.now() }));
    expect(states(await send("/group/two"))).toEqual(["repeated", "pending"]);
    await rig.relay.idle();
    expect([await kept("G1"), await kept("G2")]).toEqual([["sent"], ["sent"]]);
  });

  it("in the midst of sending, tells nothing twice that QQ can recognise", async ({ rig, link, send, kept }) => {
    await rig.say("group", "G1");
    await rig.sim("faults", { times: 1, delayMs: 200 });
    expect(states(await send())).toEqual(["pending"]);
    await expect
      .poll(() => rig.store.load({ scene: "group", id: "G1" }, rig.now()))
      .toMatchObject({ windows: [{ used: 1 }] });
    link.set("down");
    await rig.relay.idle();
    expect(await kept()).toEqual(["pending"]);
    link.set("up");
    rig.setTime(rig.now() + 60_000);
    await rig.relay.sweep(true);
    await rig.relay.idle();
    expect(await kept()).toEqual(["sent"]);
    expect(await rig.received("group", "G1")).toHaveLength(1);
    expect((await rig.attempts("group", "G1")).map(({ body }) => body["msg_seq"])).toEqual([1, 1]);
  });

  it("hears QQ's repeat of an event whose note had been stored, but not answered", async ({ rig, link }) => {
    const target = { scene: "group", id: "G1" } as const;
    const d = { group_openid: "G1", timestamp: new Date(rig.now()).toISOString(), op_member_openid: "m" };
    const event = { t: "GROUP_MSG_REJECT", d, id: "GROUP_MSG_REJECT:one" };
    link.set("mute");
    expect(await rig.sim("event", event)).toMatchObject({ relayStatus: 500 });
    link.set("up");
    expect(await rig.sim("event", event)).toMatchObject({ relayStatus: 200 });
    expect((await rig.store.load(target, rig.now())).state.proactive).toBe("denied");
  });
});
