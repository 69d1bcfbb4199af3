import { describe, expect } from "vitest";
import type { Delivery } from "../../lib/model/delivery.ts";
import type { Routes } from "../../lib/model/route.ts";
import { unpairedTarget } from "../../lib/model/unpaired.ts";
import { codeLifetime } from "../../lib/policy/command/pairing.ts";
import { pendingDelivery } from "../../lib/outbox/pending-delivery.ts";
import { notice } from "../support/build.ts";
import { engines } from "../support/engines.ts";
import { lineTest } from "../support/line-fixtures.ts";

const hour = 3_600_000;
const day = 24 * hour;

const routes: Routes = {
  ci: { scene: "group", source: "generic", open: true, to: "bound", policy: { proactive: "always", maxAge: "7d" } },
  spilling: {
    scene: "group",
    source: "generic",
    open: true,
    to: "bound",
    policy: { spill: { to: "me", after: "2h" } },
  },
  me: { scene: "c2c", source: "generic", open: true, to: ["U1"] },
};

const waiting = unpairedTarget("group", "ci");
const code = "ABCD2345";

const statesOf = (deliveries: readonly Delivery[]) => deliveries.map(({ state }) => state);

describe.each(engines.filter(([name]) => name === "SQLite in memory" || name === "dynalite"))(
  "what comes for a route that is not paired, on %s",
  (_, start) => {
    const it = lineTest(routes, {}, start)
      .extend("send", ({ rig }) => async (title: string, id: string, path = "/group/ci", more: object = {}) => {
        const posted = await rig.post(path, { title, ...more }, { "x-delivery-id": id });
        await rig.relay.idle();
        return posted;
      })
      .extend("pair", ({ rig }) => async (target: string, route = "ci") => {
        await rig.store.createCode(route, code, rig.now() + codeLifetime);
        await rig.say("group", target, `绑定 ${code}`);
      })
      .extend(
        "texts",
        ({ rig }) =>
          async (target: string) =>
            (await rig.received("group", target)).map(({ body }) => String(body["content"])).join("\n"),
      )
      .extend("sweep", ({ rig }) => async (at: number) => {
        rig.setTime(at);
        await rig.relay.sweep(true);
        await rig.relay.idle();
      });

    it("is told after the pairing though it ended untold there before, and the sender sent it again", async ({
      rig,
      send,
      pair,
      texts,
      sweep,
    }) => {
      await pair("G9");
      await rig.say("group", "G9", "静音 10分钟");
      await send("要紧事", "1", "/group/ci", { level: "error" });
      await rig.say("group", "G9", "解绑");
      await rig.say("group", "G9", "取消静音");
      await sweep(rig.now() + 60_000);
      await send("要紧事", "1", "/group/ci", { level: "error" });
      rig.setTime(rig.now() + 60_000);
      await rig.store.createCode("ci", "DCBA2345", rig.now() + codeLifetime);
      await rig.say("group", "G9", "绑定 DCBA2345");
      await sweep(rig.now() + 60_000);
      expect((await texts("G9")).match(/要紧事/g)).toHaveLength(1);
    });

    it("is taken and held, with the way to pair it, and told after the pairing", async ({ rig, send, pair, texts }) => {
      const answer = await send("构建失败", "1");
      expect(answer).toMatchObject({
        status: 202,
        body: {
          deliveries: [
            { id: "ci#1", target: "group:bound:ci", state: "pending", reason: expect.stringContaining("pair ci") },
          ],
        },
      });
      expect(rig.logs.join("\n")).toContain('"level":"warn","event":"unpaired","route":"ci"');
      const all = (await (await fetch(`${rig.simulatorUrl}/_sim/messages`)).json()) as unknown[];
      expect(all).toEqual([]);
      await pair("G1");
      expect(await texts("G1")).toMatch(/绑定好了[^]*之前存着的 1 条[^]*构建失败/);
      expect(await rig.store.countPending(waiting)).toBe(0);
      expect(await rig.store.readDelivery(waiting, "ci#1")).toMatchObject({ state: "spilled" });
    });

    it("is told once: a repeat before, and one after the pairing, change nothing", async ({
      rig,
      send,
      pair,
      texts,
    }) => {
      await send("构建失败", "1");
      expect((await send("构建失败", "1")).body.deliveries).toMatchObject([{ state: "repeated" }]);
      await pair("G1");
      expect((await send("构建失败", "1")).body.deliveries).toMatchObject([
        { target: "group:G1", state: "repeated", reason: "the first one is sent" },
      ]);
      await rig.say("group", "G1");
      expect((await texts("G1")).match(/构建失败/g)).toHaveLength(1);
    });

    it("grows no younger by the pairing, and expires where none comes", async ({ rig, send, pair, texts, sweep }) => {
      const begin = rig.now();
      await send("旧事", "1");
      rig.setTime(begin + 3 * day);
      await send("新事", "2");
      await sweep(begin + 7 * day);
      expect(await rig.store.readDelivery(waiting, "ci#1")).toMatchObject({
        state: "expired",
        last: { note: "older than the route's maxAge" },
      });
      await pair("G1");
      const told = await texts("G1");
      expect(told).toContain("新事");
      expect(told).not.toContain("旧事");
      expect(await rig.store.readDelivery({ scene: "group", id: "G1" }, "ci#2")).toMatchObject({
        arrivedAt: begin + 3 * day,
      });
    });

    it("goes on by another route where its own says so", async ({ rig, send, sweep }) => {
      await send("要紧事", "1", "/group/spilling");
      await sweep(rig.now() + 2 * hour);
      expect((await rig.received("c2c", "U1")).map(({ body }) => body["content"])).toEqual([
        expect.stringContaining("要紧事"),
      ]);
    });

    it("is told though the wake-up that follows the pairing is lost", async ({ rig, send, texts, sweep }) => {
      await send("构建失败", "1");
      await rig.store.bind("ci", { scene: "group", id: "G1" }, rig.now());
      await sweep(rig.now() + 60_000);
      expect(await texts("G1")).toContain("构建失败");
    });

    it("is told once by each conversation that is paired, and after an unpairing held anew", async ({
      rig,
      send,
      pair,
      texts,
    }) => {
      await rig.store.bind("ci", { scene: "group", id: "G2" }, rig.now());
      await pair("G1");
      await send("一", "1");
      expect([await texts("G1"), await texts("G2")]).toEqual([expect.stringContaining("一"), "一"]);
      await rig.say("group", "G1", "解绑");
      await rig.say("group", "G2", "解绑");
      expect(rig.logs.filter((line) => line.includes('"level":"warn","event":"unbound"'))).toHaveLength(2);
      rig.setTime(rig.now() + 60_000);
      await send("二", "2");
      await rig.store.bind("ci", { scene: "group", id: "G1" }, rig.now());
      await rig.relay.sweep(true);
      await rig.relay.idle();
      await rig.say("group", "G1");
      expect((await texts("G1")).match(/二/g)).toHaveLength(1);
      expect(await texts("G2")).not.toContain("二");
    });

    it("brings its picture along", async ({ rig, send, pair }) => {
      const png = `data:image/png;base64,${Buffer.from("\x89PNG\r\n\x1a\n".padEnd(3_000, "x"), "latin1").toString("base64")}`;
      await send("图", "1", "/group/ci", { image: png });
      await pair("G1");
      const target = { scene: "group", id: "G1" } as const;
      const kept = (await rig.store.readDelivery(target, "ci#1"))?.notice.image ?? "";
      expect(await rig.store.readImage(target, kept)).toBe(png);
    });

    it("is handed over whole, however much it is, and once, though a deliverer dies in between", async ({
      rig,
      pair,
    }) => {
      const many = Array.from({ length: 450 }, (_, at) => `ci#${at}`);
      await Promise.all(
        many.map((id, at) =>
          rig.store.enlist(
            pendingDelivery({
              id,
              route: "ci",
              target: waiting,
              notice: notice({ title: id }),
              form: "text",
              arrivedAt: rig.now() - 450 + at,
            }),
          ),
        ),
      );
      const [first] = await rig.store.listDeliveries(waiting, 1);
      const there = { scene: "group", id: "G1" } as const;
      if (first) await rig.store.enlist({ ...first, target: there });
      await pair("G1");
      const here = await rig.store.listDeliveries(waiting, 1_000);
      expect(new Set(statesOf(here))).toEqual(new Set(["spilled"]));
      const arrived = (await rig.store.listDeliveries(there, 1_000)).filter(({ route }) => route === "ci");
      expect(arrived.map(({ id }) => id).toSorted()).toEqual(many.toSorted());
    });
  },
);
