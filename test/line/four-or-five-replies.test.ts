import { describe, expect } from "vitest";
import { hour, minute } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";

const routes: Routes = {
  user: { scene: "c2c", source: "generic", open: true, to: ["U1"], policy: { proactive: "never" } },
  both: { scene: "c2c", source: "generic", open: true, to: ["U2"] },
};

const line = (limits: "auto" | "published" | "2026", qq: "published" | "2026") =>
  lineTest(routes, { settings: { limits }, qq: { limits: qq } })
    // None is kept back any more when the window is about to close.
    .extend("say", ({ rig }) => async (id: string) => {
      await rig.say("c2c", id);
      rig.setTime(rig.now() + 58 * minute);
    })
    .extend("send", ({ rig }) => async (count: number, route = "user") => {
      for (let at = 0; at < count; at += 1) {
        await rig.post(`/c2c/${route}`, { title: `${rig.now()}` });
        await rig.relay.idle();
        rig.setTime(rig.now() + 1_000);
      }
    })
    .extend(
      "tried",
      ({ rig }) =>
        async (id = "U1") =>
          (await rig.attempts("c2c", id)).map(({ code, permit }) => `${permit} ${code}`),
    );

const taken = (count: number) => Array<string>(count).fill("msg 0");

describe("a QQ that takes four replies", () => {
  const it = line("auto", "2026");

  it("refuses a fifth once, and the next windows count four", async ({ rig, say, send, tried }) => {
    await say("U1");
    await send(5);
    expect(await tried()).toEqual([...taken(4), "msg 40034128"]);
    expect(await rig.store.readEvidence("c2c")).toEqual({ repliesRefusedAt: rig.now() - 1_000 });
    // The function of QQ's events looks at it every ten seconds.
    rig.setTime(rig.now() + 10_000);
    await say("U1");
    await send(5);
    // What the fifth was to tell came first.
    expect((await tried()).slice(5)).toEqual(taken(4));
    expect(await rig.store.countPending({ scene: "c2c", id: "U1" })).toBe(2);

    await say("U2");
    await send(5, "both");
    expect(await tried("U2")).toEqual([...taken(4), "proactive 0"]);
  });

  it("is asked once where two windows were open before it said no", async ({ rig, send, tried }) => {
    await rig.say("c2c", "U1");
    await rig.say("c2c", "U1");
    rig.setTime(rig.now() + 58 * minute);
    await send(9);
    expect(await tried()).toEqual([...taken(4), "msg 40034128", ...taken(4)]);
  });

  it("costs no notice: what the fifth was to tell goes by the next permit", async ({ rig, say, send, tried }) => {
    await say("U2");
    await send(5, "both");
    expect(await tried("U2")).toEqual([...taken(4), "msg 40034128", "proactive 0"]);
    expect((await rig.deliveries("c2c", "U2")).map(({ state }) => state)).toEqual(Array(5).fill("sent"));
  });

  it("is asked for a fifth again after thirty days", async ({ rig, say, send, tried }) => {
    await rig.store.learn("c2c", { repliesRefusedAt: rig.now() - 30 * 24 * hour });
    await say("U1");
    await send(5);
    expect((await tried()).at(-1)).toBe("msg 40034128");
    expect((await rig.store.readEvidence("c2c")).repliesRefusedAt).toBe(rig.now() - 1_000);
  });
});

describe("a QQ that takes five replies", () => {
  const it = line("auto", "published");

  it("is sent five, and keeps none of them back", async ({ rig, say, send, tried }) => {
    await say("U1");
    await send(6);
    expect(await tried()).toEqual(taken(5));
    expect(await rig.store.readEvidence("c2c")).toEqual({});
  });

  it("teaches nothing by refusing a reply for its age", async ({ rig, say, send, tried }) => {
    await say("U1");
    await send(4);
    await rig.sim("faults", { times: 1, code: 304103 });
    await send(1);
    expect(await tried()).toEqual([...taken(4), "msg 304103"]);
    expect(await rig.store.readEvidence("c2c")).toEqual({});
  });
});

describe("exact presets", () => {
  line("2026", "2026")("count four", async ({ say, send, tried }) => {
    await say("U1");
    await send(5);
    expect(await tried()).toEqual(taken(4));
  });

  line("published", "2026")("count five, and learn nothing", async ({ rig, say, send, tried }) => {
    for (let windows = 0; windows < 2; windows += 1) {
      await say("U1");
      await send(5);
    }
    expect((await tried()).filter((each) => each.endsWith("40034128"))).toHaveLength(2);
    expect(await rig.store.readEvidence("c2c")).toEqual({});
  });
});
