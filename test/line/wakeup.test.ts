import { describe, expect } from "vitest";
import { hour, minute } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import { lineTest } from "../support/line-fixtures.ts";
import type { Rig } from "../support/rig.ts";

const routes: Routes = {
  ci: { scene: "c2c", source: "generic", open: true, to: ["U1"], policy: { proactive: "always" } },
  quiet: {
    scene: "c2c",
    source: "generic",
    open: true,
    to: ["U1"],
    policy: { proactive: "always", quiet: { from: "13:00", to: "20:00" } },
  },
  never: { scene: "c2c", source: "generic", open: true, to: ["U1"], policy: { proactive: "never" } },
};

/** One push a day, so that what comes after it has to wait. */
const limits = { preset: "2026", override: { c2c: { proactive: { "target-day": 1 } } } } as const;

const at = (time: string) => Date.parse(`2026-11-${time}+08:00`);

const tell = async (rig: Rig, title: string, route = "ci"): Promise<void> => {
  await rig.post(`/c2c/${route}`, { title });
  await rig.relay.idle();
};

const sweepAt = async (rig: Rig, time: string): Promise<void> => {
  rig.setTime(at(time));
  await rig.relay.sweep(true);
  await rig.relay.idle();
};

/** How each message went out, and what it says. */
const told = async (rig: Rig) =>
  (await rig.attempts("c2c", "U1")).map(({ code, permit, body }) => [
    code,
    body["is_wakeup"] === true ? "wakeup" : permit,
    (["甲", "乙", "丙", "丁", "戊"] as const).filter((name) => String(body["content"]).includes(name)).join(""),
  ]);

const waits = async (rig: Rig) => (await rig.deliveries("c2c", "U1")).filter(({ state }) => state === "pending").length;

/** The user chats at noon, which is answered by nothing; an hour later the window is over. */
const chat = async (rig: Rig): Promise<void> => {
  await rig.say("c2c", "U1");
  rig.setTime(rig.now() + 61 * minute);
};

describe("wake-up messages, where the day's pushes are used up", () => {
  const it = lineTest(routes, { settings: { limits }, qq: { limits } });

  it("tell what waits, one in each period after the user's last chat", async ({ rig }) => {
    await chat(rig);
    for (const name of ["甲", "乙", "丙"]) await tell(rig, name);
    expect(await told(rig)).toEqual([
      [0, "proactive", "甲"],
      [0, "wakeup", "乙"],
    ]);
    expect(await waits(rig)).toBe(1);
    // The next day has a push, and then a wake-up message of its own period.
    await sweepAt(rig, "22T09:00:00");
    await tell(rig, "丁");
    expect((await told(rig)).slice(2)).toEqual([
      [0, "proactive", "丙"],
      [0, "wakeup", "丁"],
    ]);
    // Of the second and third day it is the same one.
    await sweepAt(rig, "23T09:00:00");
    await tell(rig, "甲");
    await tell(rig, "乙");
    expect((await told(rig)).slice(4)).toEqual([[0, "proactive", "甲"]]);
    // A chat on a later day begins anew, by the window's replies first.
    await rig.say("c2c", "U1");
    rig.setTime(rig.now() + 61 * minute);
    await tell(rig, "丙");
    expect((await told(rig)).slice(5)).toEqual([
      [0, "msg", "乙"],
      [0, "wakeup", "丙"],
    ]);
  });

  it("tell all that waits at once, but what its route holds", async ({ rig }) => {
    await chat(rig);
    await tell(rig, "甲");
    await tell(rig, "戊", "never");
    await tell(rig, "丁", "quiet");
    expect(await told(rig)).toEqual([[0, "proactive", "甲"]]);
    await tell(rig, "乙");
    expect((await told(rig)).at(-1)).toEqual([0, "wakeup", "乙"]);
    expect(await waits(rig)).toBe(2);
  });

  it("are waited for no sooner than the next pushes, and none is spent on an hour", async ({ rig }) => {
    await chat(rig);
    rig.setTime(at("21T23:30:00"));
    await tell(rig, "甲");
    await tell(rig, "乙");
    expect(await told(rig)).toEqual([[0, "proactive", "甲"]]);
    await sweepAt(rig, "22T00:01:00");
    expect((await told(rig)).slice(1)).toEqual([[0, "proactive", "乙"]]);
  });

  it("that QQ counts as used leave what they were to tell for the next period", async ({ rig }) => {
    await chat(rig);
    await tell(rig, "甲");
    await rig.sim("faults", { times: 1, code: 40034122 });
    await tell(rig, "乙");
    expect((await told(rig)).slice(1)).toEqual([[40034122, "wakeup", "乙"]]);
    expect(await waits(rig)).toBe(1);
    rig.setTime(rig.now() + 2 * hour);
    await tell(rig, "丙");
    expect(await told(rig)).toHaveLength(2);
  });

  it("are off for a user that QQ says takes none, until it is time to ask again or the user chats", async ({ rig }) => {
    await chat(rig);
    await tell(rig, "甲");
    await rig.sim("faults", { times: 1, code: 40034123 });
    await tell(rig, "乙");
    rig.setTime(rig.now() + 30 * minute);
    await tell(rig, "丙");
    expect((await told(rig)).slice(1)).toEqual([[40034123, "wakeup", "乙"]]);
    rig.setTime(rig.now() + 31 * minute);
    await rig.relay.sweep(true);
    await rig.relay.idle();
    const [, , asked, ...others] = await told(rig);
    expect([asked?.[0], asked?.[1], others]).toEqual([0, "wakeup", []]);
    expect(asked?.[2]).toBe("乙丙");
  });

  it("begin anew with no button that the user presses", async ({ rig }) => {
    await chat(rig);
    for (const day of ["22", "23"]) {
      rig.setTime(at(`${day}T09:00:00`));
      const timestamp = new Date(rig.now()).toISOString();
      const data = { type: 11, resolved: { button_id: "more", button_data: "digest" } };
      const press = { id: `press-${day}`, type: 11, chat_type: 2, scene: "c2c", user_openid: "U1", timestamp, data };
      await rig.sim("event", { t: "INTERACTION_CREATE", d: press });
      await rig.relay.idle();
      rig.setTime(rig.now() + 61 * minute);
      for (const name of ["甲", "乙"]) await tell(rig, name);
    }
    const wakeups = (await told(rig)).filter(([, by]) => by === "wakeup");
    expect(wakeups).toEqual([[0, "wakeup", "乙"]]);
  });

  it("are none where a user never chatted", async ({ rig }) => {
    await tell(rig, "甲");
    await tell(rig, "乙");
    expect(await told(rig)).toEqual([[0, "proactive", "甲"]]);
  });
});

describe("a wake-up message that QQ calls one too many, where it showed which limits hold", () => {
  const auto = { ...limits, preset: "auto" } as const;
  const it = lineTest(routes, { settings: { limits: auto }, qq: { limits } });

  it("is not tried again in its period", async ({ rig }) => {
    await rig.store.learn("c2c", { provenSince: rig.now(), provenAt: rig.now() });
    await chat(rig);
    await tell(rig, "甲");
    await rig.sim("faults", { times: 100, code: 22009 });
    await tell(rig, "乙");
    rig.setTime(rig.now() + 2 * hour);
    await tell(rig, "丙");
    expect((await told(rig)).slice(1)).toEqual([[22009, "wakeup", "乙"]]);
    expect(await waits(rig)).toBe(2);
  });
});

describe.each([
  ["the settings say so", { limits, wakeup: false }],
  ["the conversation takes replies only", { limits: { preset: "2026", override: { c2c: { proactive: 0 } } } }],
  ["the limits have none", { limits: { preset: "published", override: { c2c: { proactive: 1 } } } }],
] as const)("there are no wake-up messages where %s", (_, settings) => {
  const it = lineTest(routes, { settings, qq: { limits } });

  it("and what waits is held", async ({ rig }) => {
    await chat(rig);
    await tell(rig, "甲");
    await tell(rig, "乙");
    expect((await told(rig)).filter(([, by]) => by === "wakeup")).toEqual([]);
    expect(await waits(rig)).toBeGreaterThan(0);
  });
});
