import { describe, expect } from "vitest";
import { hour, minute } from "../../lib/base/time.ts";
import { auditOverAt } from "../../lib/model/audit.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";
import type { Attempt } from "../support/rig.ts";

const routes: Routes = {
  alerts: { scene: "group", source: "generic", open: true, to: ["G1"] },
  news: { scene: "channel", source: "generic", open: true, to: ["101"] },
  short: { scene: "group", source: "generic", open: true, to: ["G1"], policy: { maxAge: "1h" } },
};

/** Nothing can be pushed, so that a backlog grows until someone speaks. */
const limits = { override: { group: { proactive: 0 } } };

/** Long enough that a digest of dozens cannot name them all. */
const words = "数据库主从延迟超过阈值，请值班同学尽快查看并处理，否则影响下单";

/** The marks in what people read; ids of QQ's are random, and may look like one. */
const marksIn = (attempts: readonly Attempt[]): readonly string[] =>
  attempts.flatMap(({ body }) => JSON.stringify({ ...body, msg_id: "" }).match(/M\d{4}/g) ?? []);

describe("a backlog of a thousand errors", () => {
  const it = lineTest(routes, { settings: { limits } })
    .extend("hold", ({ rig }) => async (count: number, path = "/group/alerts", from = 0, more: object = {}) => {
      const titles = Array.from({ length: count }, (_, at) => `M${String(from + at).padStart(4, "0")}`);
      for (let at = 0; at < count; at += 50)
        await Promise.all(
          titles
            .slice(at, at + 50)
            .map((title) => rig.post(path, { title: `${title} ${words}`, level: "error", ...more })),
        );
      await rig.relay.idle();
      return titles;
    })
    .extend(
      "shown",
      ({ rig }) =>
        async () =>
          marksIn(await rig.received("group", "G1")),
    )
    .extend("states", ({ rig }) => async () => {
      const counts: Record<string, number> = {};
      for (const { state } of await rig.store.listDeliveries({ scene: "group", id: "G1" }, 5_000))
        counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    })
    /** Says it again and again, each time in a window of its own, until nothing more is shown. */
    .extend("sayAll", ({ rig, shown }) => async (text: string) => {
      for (let before = -1; before < (await shown()).length;) {
        before = (await shown()).length;
        rig.setTime(rig.now() + 6 * minute);
        await rig.say("group", "G1", text);
      }
    });

  it("is told to the last one, each once: what digests only count stays for 「更多」, in order, however many come between", async ({
    rig,
    hold,
    shown,
    states,
    sayAll,
  }) => {
    const titles = await hold(1_000);
    await rig.say("group", "G1");
    const first = await shown();
    const { sent = 0, counted = 0, pending = 0 } = await states();
    expect(sent).toBe(new Set(first).size);
    expect(counted).toBeGreaterThan(200);
    expect(sent + counted + pending).toBe(1_000);

    const later = await hold(120, "/group/alerts", 1_000);
    await sayAll("在吗");
    expect(await states()).not.toHaveProperty("pending");
    await sayAll("更多");
    const all = await shown();
    expect(all.length).toBe(new Set(all).size);
    expect(new Set(all)).toEqual(new Set([...titles, ...later]));
    expect(Object.keys(await states())).toEqual(["sent"]);
  }, 120_000);

  it("shows what was counted in the order in which digests counted it", async ({ rig, hold, shown }) => {
    await hold(60);
    await rig.say("group", "G1");
    const before = (await shown()).length;
    rig.setTime(rig.now() + 6 * minute);
    await rig.say("group", "G1", "更多");
    const page = (await shown()).slice(before);
    expect(page).toHaveLength(10);
    expect(page).toEqual(page.toSorted((a, b) => a.localeCompare(b)));
  });

  it("gives a repeat of 「更多」 the same page, and the next one the next", async ({ rig, hold, shown }) => {
    await hold(60);
    await rig.say("group", "G1");
    rig.setTime(rig.now() + 6 * minute);
    const before = (await shown()).length;
    await rig.say("group", "G1", "更多");
    const page = (await shown()).slice(before);
    await rig.say("group", "G1", "更多");
    const next = (await shown()).slice(before + page.length);
    expect(next).toHaveLength(10);
    expect(next.filter((mark) => page.includes(mark))).toEqual([]);
  });

  it("keeps a page that QQ does not take for the next who asks, who gets half of it", async ({
    rig,
    hold,
    shown,
    states,
  }) => {
    await hold(60);
    await rig.say("group", "G1");
    const { counted = 0 } = await states();
    const before = (await shown()).length;
    rig.setTime(rig.now() + 6 * minute);
    await rig.sim("faults", { times: 1, code: 40034006 });
    await rig.say("group", "G1", "更多");
    expect((await states())["counted"]).toBe(counted);
    rig.setTime(rig.now() + 6 * minute);
    await rig.say("group", "G1", "更多");
    expect((await shown()).slice(before)).toHaveLength(5);
    expect((await states())["counted"]).toBe(counted - 5);
  });

  it("has one refused word fail alone, though only 「更多」 tells it, and shows all the others", async ({
    rig,
    hold,
    shown,
    states,
    sayAll,
  }) => {
    const titles = await hold(60);
    await rig.say("group", "G1");
    const told = new Set(await shown());
    const [next = ""] = titles.filter((title) => !told.has(title));
    // Pages of 10, 5, 3, 2 and 1: the word stands in the first notice of each.
    for (let refused = 0; refused < 5; refused += 1) {
      rig.setTime(rig.now() + 6 * minute);
      await rig.sim("faults", { times: 1, code: 40034006 });
      await rig.say("group", "G1", "更多");
    }
    await sayAll("更多");
    const after = await states();
    expect(after["counted"]).toBeUndefined();
    const failed = (await rig.store.listDeliveries({ scene: "group", id: "G1" }, 5_000)).filter(
      ({ state, isPage }) => state === "failed" && !isPage,
    );
    expect(failed.map(({ notice }) => notice.title.slice(0, 5))).toEqual([next]);
    expect(new Set(await shown())).toEqual(new Set(titles.filter((title) => title !== next)));
  });

  it("does not tell what has become too old meanwhile, and says so of each", async ({ rig, hold, shown, states }) => {
    await hold(60, "/group/short");
    await rig.say("group", "G1");
    const { counted = 0 } = await states();
    expect(counted).toBeGreaterThan(10);
    const before = (await shown()).length;
    rig.setTime(rig.now() + 2 * hour);
    await rig.say("group", "G1", "更多");
    expect((await shown()).slice(before)).toEqual([]);
    expect((await states())["expired"]).toBeGreaterThan(0);
    expect((await rig.received("group", "G1")).at(-1)?.body["content"]).toContain("没有更多了");
  });

  it("tells by 「更多」 what is worth telling behind a hundred that are too old", async ({ rig, hold, shown }) => {
    await hold(190, "/group/short");
    await rig.say("group", "G1");
    const kept = await hold(60, "/group/alerts", 200);
    rig.setTime(rig.now() + 6 * minute);
    await rig.say("group", "G1");
    const before = (await shown()).length;
    rig.setTime(rig.now() + 2 * hour);
    await rig.say("group", "G1", "更多");
    expect((await shown()).slice(before).filter((mark) => kept.includes(mark))).toHaveLength(10);
  });

  it("ends what nobody asks for when it is too old, by itself, and counts it no longer", async ({
    rig,
    hold,
    states,
  }) => {
    const pass = async (time: number) => {
      for (const end = rig.now() + time; rig.now() < end;) {
        rig.setTime(rig.now() + minute);
        await rig.relay.sweep();
        await rig.relay.idle();
      }
    };
    await hold(190, "/group/short");
    await rig.say("group", "G1");
    const { counted = 0, sent = 0 } = await states();
    expect(counted).toBeGreaterThan(100);
    rig.setTime(rig.now() + 50 * minute);
    await pass(9 * minute);
    expect(await states()).toEqual({ counted, sent });
    await pass(3 * minute);
    expect(await states()).toEqual({ expired: counted, sent });
    const ended = rig.logs.flatMap((line) => JSON.parse(line) as { event: string; expired?: number });
    expect(ended.reduce((sum, { event, expired = 0 }) => sum + (event === "finished" ? expired : 0), 0)).toBe(counted);
    expect((await rig.store.load({ scene: "group", id: "G1" }, rig.now())).state).not.toHaveProperty("countedUntil");
  });

  it("ends one route's while another's, counted by the same digest, are told", async ({ rig, hold, shown, states }) => {
    await hold(60, "/group/short");
    const kept = await hold(60, "/group/alerts", 100);
    await rig.say("group", "G1");
    const { counted = 0, sent = 0 } = await states();
    rig.setTime(rig.now() + 61 * minute);
    await rig.relay.sweep();
    await rig.relay.idle();
    const { expired = 0, ...after } = await states();
    expect(expired).toBeGreaterThan(20);
    expect(after).toEqual({ counted: counted - expired, sent });
    const before = (await shown()).length;
    await rig.say("group", "G1", "更多");
    expect((await shown()).slice(before).filter((mark) => kept.includes(mark))).toHaveLength(10);
  });

  it("tells a refused word alone: one fails, with QQ's code, and the others go out", async ({
    rig,
    hold,
    shown,
    states,
  }) => {
    await rig.sim("settings", { urlRule: true });
    const titles = await hold(49);
    await rig.post("/group/alerts", { title: "M9999 出错了", level: "critical" });
    await rig.relay.idle();
    const refuse = async (times: number) => rig.sim("faults", { times, code: 40034006 });
    // The word stands in the most urgent notice: it is in the first half each time until it stands alone.
    await refuse(7);
    await rig.say("group", "G1");
    const failed = (await rig.deliveries("group", "G1")).filter(({ state }) => state === "failed");
    expect(failed.map(({ notice, last }) => [notice.title, last?.code])).toEqual([["M9999 出错了", 40034006]]);
    const { sent = 0, counted = 0 } = await states();
    expect(sent + counted).toBe(49);
    expect((await shown()).every((mark) => titles.includes(mark))).toBe(true);
  });

  it("brings back what failed when the sender sends it again, and says so", async ({ rig }) => {
    const post = () =>
      rig.post("/group/alerts", { title: "M0001 出错了", level: "error" }, { "idempotency-key": "redelivered" });
    await post();
    await rig.sim("faults", { times: 1, code: 40034006 });
    await rig.say("group", "G1");
    expect((await rig.deliveries("group", "G1")).map(({ state }) => state)).toEqual(["failed"]);
    const { body } = await post();
    expect(body.deliveries).toEqual([expect.objectContaining({ state: "pending", again: true })]);
    rig.setTime(rig.now() + 6 * minute);
    await rig.say("group", "G1");
    expect((await rig.deliveries("group", "G1")).map(({ state }) => state)).toEqual(["sent"]);
    expect((await post()).body.deliveries).toEqual([expect.objectContaining({ state: "repeated" })]);
  });
});

describe("audit", () => {
  const it = lineTest(routes, { qq: { audit: true } });

  it("that never ends is given up visibly after three days", async ({ rig }) => {
    await rig.post("/channel/news", { title: "待审" });
    await rig.relay.idle();
    const target = { scene: "channel", id: "101" } as const;
    const [waiting] = await rig.store.listDeliveries(target, 1);
    const overAt = waiting ? auditOverAt(waiting) : 0;
    const stateAt = async (time: number) => {
      rig.setTime(time);
      await rig.relay.sweep();
      await rig.relay.idle();
      return (await rig.deliveries("channel", "101")).map(({ state }) => state);
    };
    expect(await stateAt(overAt - minute)).toEqual(["in-audit"]);
    expect(await stateAt(overAt + minute)).toEqual(["unsure"]);
    const [after] = await rig.deliveries("channel", "101");
    expect([after?.state, after?.last?.note]).toEqual([
      "unsure",
      expect.stringMatching(/never told how its audit ended/),
    ]);
    expect(rig.logs.filter((line) => line.includes("audit-lost"))).toHaveLength(1);
  });
});

describe("a digest that QQ's audit rejected", () => {
  const it = lineTest(routes, {});

  it("goes out again in smaller messages at once, not when its audit would have timed out", async ({ rig }) => {
    await rig.say("channel", "101", "/静音 1小时");
    for (const title of ["M0001", "M0002"]) await rig.post("/channel/news", { title, level: "error" });
    await rig.relay.idle();
    await rig.sim("settings", { audit: true });
    rig.setTime(rig.now() + hour + minute);
    await rig.relay.sweep();
    await rig.relay.idle();
    const target = { scene: "channel", id: "101" } as const;
    const first = (await rig.store.listDeliveries(target, 10)).find(({ state }) => state === "in-audit");
    await rig.sim("settings", { audit: false });
    await rig.sim("audit", { audit_id: first?.auditId, pass: false });
    await rig.relay.idle();
    const notices = (await rig.store.listDeliveries(target, 10)).filter(({ notice }) => notice.title.startsWith("M0"));
    expect(notices.map(({ state }) => state)).toEqual(["sent", "sent"]);
  });
});
