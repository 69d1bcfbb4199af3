import { describe, expect } from "vitest";
import { minute } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { type Call, makeFaulty } from "../support/faulty-table.ts";
import { engineTest } from "../support/line-fixtures.ts";
import { startEngine } from "../support/engines.ts";
import { startRig } from "../support/rig.ts";

const routes: Routes = {
  alerts: { scene: "group", source: "generic", open: true, to: ["G1"] },
  me: { scene: "c2c", source: "generic", open: true, to: ["U1"], policy: { proactive: "always" } },
  once: { scene: "dm", source: "generic", open: true, to: ["S1"], policy: { onUnsure: "assume-sent" } },
  news: { scene: "channel", source: "generic", open: true, to: ["101"] },
};

const group = { scene: "group", id: "G1" } as const;
const channel = { scene: "channel", id: "101" } as const;

const it = engineTest(startEngine)
  .extend("faulty", ({ engine }) => makeFaulty(engine.table))
  .extend("rig", async ({ engine, faulty }, { onCleanup }) => {
    const rig = await startRig(engine, routes, { table: faulty.table });
    onCleanup(rig.stop);
    return rig;
  })
  .extend("later", ({ rig }) => async (minutes = 2) => {
    rig.setTime(rig.now() + minutes * minute);
    await rig.relay.sweep(true);
    await rig.relay.idle();
  });

const isDelivery = ({ sk }: { readonly sk: string }) => sk.startsWith("delivery#");

describe("a fault of the store while a digest is settled", () => {
  it("tells nothing again that QQ had taken", async ({ rig, faulty, later }) => {
    await rig.sim("settings", { limits: { override: { group: { proactive: 0 } } } });
    await rig.store.changeState(group, { mutedUntil: rig.now() + 5 * minute });
    const titles = Array.from({ length: 120 }, (_, at) => `第 ${at} 条`);
    for (const title of titles) await rig.post("/group/alerts", { title, level: "error" });
    await rig.relay.idle();
    rig.setTime(rig.now() + 6 * minute);
    let settled = 0;
    faulty.fail((call) => call.operation === "update" && isDelivery(call) && (settled += 1) > 50, "before", 1_000);
    await rig.say("group", "G1");
    const received = (await rig.received("group", "G1")).length;
    expect(received).toBeGreaterThan(0);
    faulty.fail(() => false, "before");
    await later(1);
    await later(1);
    const texts = (await rig.received("group", "G1")).map(({ body }) => String(body["content"]));
    const shown = titles.map(
      (title) =>
        texts.filter((text) => text.split("\n").some((line) => line.includes(`${title} `) || line.endsWith(title)))
          .length,
    );
    expect(Math.max(...shown)).toBe(1);
    const states = (await rig.store.listDeliveries(group, 500)).map(({ state }) => state);
    expect(states.filter((state) => state !== "sent" && state !== "counted")).toEqual([]);
    expect(rig.logs.some((line) => line.includes('"event":"recovered"'))).toBe(true);
  });
});

describe("assume-sent", () => {
  it.for([
    ["the shared quota is taken", "before", (call: Call) => call.sk.startsWith("quota#")],
    ["the shared quota is taken", "after", (call: Call) => call.sk.startsWith("quota#")],
    ["the claim is written", "before", (call: Call) => call.sk === "state" && call.attributes.includes("claim")],
  ] as const)(
    "does not lose what was never sent: the store failed when %s, %s",
    async (row, { rig, faulty, later }) => {
      const [, when, fits] = row;
      faulty.fail(fits, when);
      await rig.post("/dm/once", { title: "只发一次" });
      await rig.relay.idle();
      expect(await rig.received("dm", "S1")).toEqual([]);
      await later(2);
      await later(60);
      expect((await rig.received("dm", "S1")).map(({ body }) => body["content"])).toEqual(["只发一次"]);
    },
  );

  it("says that it does not know what may have been sent, however late it is found, and never sends it again", async ({
    rig,
    faulty,
    later,
  }) => {
    await rig.store.openWindow(
      { scene: "dm", id: "S1" },
      {
        anchor: { kind: "msg", id: "M" },
        openedAt: rig.now(),
        closesAt: rig.now() + 5 * minute,
      },
    );
    await rig.sim("say", { scene: "dm", target: "S1", text: "在吗", user: "3" });
    faulty.fail((call) => call.operation === "update" && isDelivery(call), "before", 100);
    await rig.post("/dm/once", { title: "也许发过" });
    await rig.relay.idle();
    faulty.fail(() => false, "before");
    await later(200);
    await later(10);
    expect(await rig.received("dm", "S1")).toHaveLength(1);
    expect((await rig.deliveries("dm", "S1")).map(({ state }) => state)).toEqual(["unsure"]);
  });
});

describe("an audit whose end comes before the relay has written down what it is about", () => {
  it.for([
    ["MESSAGE_AUDIT_PASS", "sent"],
    ["MESSAGE_AUDIT_REJECT", "failed"],
  ] as const)("%s: it is %s all the same", async ([t, state], { rig, faulty }) => {
    await rig.sim("settings", { audit: true });
    faulty.meanwhile(
      ({ pk }) => pk.startsWith("audit#"),
      ({ pk }) => rig.sim("event", { t, d: { audit_id: pk.slice("audit#".length), message_id: "m1" } }),
    );
    await rig.post("/channel/news", { title: "公告" });
    await rig.relay.idle();
    expect((await rig.deliveries("channel", "101")).map((each) => each.state)).toEqual([state]);
  });
});

describe("a deliverer that dies while it writes down what QQ has in audit", () => {
  const deaths = [
    { death: "before it says what is in audit", fits: ({ pk }: Call) => pk.startsWith("audit#") },
    { death: "before it settles", fits: isDelivery },
  ] as const;
  const ends = [
    { t: "MESSAGE_AUDIT_PASS", again: [] },
    { t: "MESSAGE_AUDIT_REJECT", again: ["一", "二", "三"] },
  ] as const;
  const rows = deaths.flatMap((death) =>
    ends.flatMap((end) => (["at once", "later"] as const).map((comes) => ({ ...death, ...end, comes }))),
  );

  it.for(rows)(
    "$death; $t comes $comes: it ends as QQ says, and nothing is told again",
    async ({ fits, t, again, comes }, { rig, faulty, later }) => {
      await rig.store.changeState(channel, { mutedUntil: rig.now() + 5 * minute });
      for (const title of ["一", "二", "三"]) await rig.post("/channel/news", { title });
      await rig.relay.idle();
      rig.setTime(rig.now() + 6 * minute);
      await rig.sim("settings", { audit: true });
      let isDead = false;
      faulty.fail((call) => (isDead ||= fits(call)), "before", 1_000);
      await rig.relay.sweep(true);
      await rig.relay.idle();
      faulty.fail(() => false, "before");
      await rig.sim("settings", { audit: false });
      const [first] = await rig.attempts("channel", "101");
      const end = () => rig.sim("event", { t, d: { audit_id: first?.audit_id, message_id: "m1" } });
      if (comes === "at once") await end();
      await later(2);
      if (comes === "later") await end();
      await later(2);
      expect((await rig.deliveries("channel", "101")).map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
      const shown = (await rig.received("channel", "101")).flatMap(({ body }) =>
        [...String(body["content"]).matchAll(/[一二三]/g)].map(([title]) => title),
      );
      expect(shown.toSorted()).toEqual(again.toSorted());
    },
  );
});

describe("an event of QQ's", () => {
  it.for(["before", "after"] as const)(
    "has its effect although the store failed %s its window was written, and once",
    async (when, { rig, faulty }) => {
      await rig.sim("settings", { limits: { override: { group: { proactive: 0 } } } });
      faulty.fail((call) => call.operation === "put" && call.sk.startsWith("window#"), when);
      await rig.sim("say", { scene: "group", target: "G1", text: "在吗", user: "3" });
      await rig.relay.idle();
      const { windows } = await rig.store.load(group, rig.now());
      expect(windows).toHaveLength(1);
    },
  );
});

describe("a refund", () => {
  it("whose answer is lost is made once", async ({ rig, faulty, later }) => {
    await rig.sim("faults", { times: 1, code: 40034006 });
    const isRefund = (call: Call) => call.sk === "state" && call.attributes.includes("lastRefund");
    faulty.fail(isRefund, "after");
    await rig.post("/c2c/me", { title: "不合规" });
    await rig.relay.idle();
    await later(60);
    for (let at = 0; at < 6; at += 1) {
      await rig.post("/c2c/me", { title: `第 ${at} 条` });
      await rig.relay.idle();
    }
    expect((await rig.received("c2c", "U1")).length).toBe(4);
    expect((await rig.attempts("c2c", "U1")).filter(({ code }) => code === 22009)).toEqual([]);
  });
});
