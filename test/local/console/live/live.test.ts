import { describe, expect, it } from "vitest";
import type { Listed } from "../../../../local/console/live/difference.ts";
import { createLive, type Live, type LivePorts } from "../../../../local/console/live/live.ts";

const delivery = (id: string, state: Listed["state"] = "pending", target = "group:G1"): Listed => ({
  id,
  target,
  route: "ci",
  state,
  attempts: 0,
  last: null,
  level: "info",
  title: id,
  arrivedAt: "2026-11-21T20:00:00.000Z",
});

/** A relay that is watched, on a clock of its own. */
function watched(options: Partial<LivePorts> = {}) {
  let now = 0;
  let listed: readonly Listed[] = [];
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const looks: (readonly string[] | undefined)[] = [];
  const faults: unknown[] = [];
  const live: Live = createLive({
    look: (targets) => {
      looks.push(targets);
      return Promise.resolve(listed);
    },
    later: (run, ms) => {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    now: () => now,
    onFault: (error) => faults.push(error),
    ...options,
  });
  const settle = async (): Promise<void> => {
    for (let at = 0; at < 10; at += 1) await Promise.resolve();
  };
  return {
    live,
    looks,
    faults,
    timers,
    tell: (...all: readonly Listed[]) => void (listed = all),
    settle,
    /** Lets so much time (ms) go by, timer by timer. */
    pass: async (ms: number): Promise<void> => {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.run();
        await settle();
      }
      now = end;
    },
  };
}

function listener() {
  const heard: unknown[] = [];
  let ended = 0;
  return {
    heard,
    ended: () => ended,
    listener: {
      send: (event: string, data: object) => void heard.push([event, data]),
      beat: () => void heard.push("beat"),
      end: () => void (ended += 1),
    },
  };
}

const full = (...deliveries: readonly Listed[]) => ["deliveries", { deliveries, full: true }];
const part = (...deliveries: readonly Listed[]) => ["deliveries", { deliveries, full: false }];
const at = (target: string) => ["target", { target }];

describe("the console's life", () => {
  it("tells the newest first, then what changed and where, once for all that changes within a moment", async () => {
    const { live, looks, tell, pass, settle } = watched();
    tell(delivery("a"));
    const { heard, listener: it } = listener();
    live.join(it);
    await settle();
    expect(heard.splice(0)).toEqual([full(delivery("a"))]);
    tell(delivery("b"), delivery("a", "sent"));
    live.touch("group:G1");
    await pass(100);
    live.touch("group:G1");
    live.touch("c2c:U1");
    expect(heard).toEqual([]);
    await pass(50);
    expect(heard.splice(0)).toEqual([part(delivery("b"), delivery("a", "sent")), at("group:G1"), at("c2c:U1")]);
    expect(looks).toEqual([undefined, ["group:G1", "c2c:U1"]]);
    await pass(10_000);
    expect(heard).toEqual([]);
  });

  it("tells where something changed though no delivery did: a reply window, a mute", async () => {
    const { live, tell, pass, settle } = watched();
    tell(delivery("a"));
    const { heard, listener: it } = listener();
    live.join(it);
    await settle();
    live.touch("group:G1");
    await pass(150);
    expect(heard).toEqual([full(delivery("a")), at("group:G1")]);
  });

  it("shows that it lives each 15 s", async () => {
    const { live, pass, settle } = watched();
    const { heard, listener: it } = listener();
    live.join(it);
    await settle();
    await pass(14_999);
    expect(heard).toEqual([full()]);
    await pass(1);
    await pass(15_000);
    expect(heard).toEqual([full(), "beat", "beat"]);
  });

  it("looks at nothing, and keeps no timer, while nobody listens", async () => {
    const { live, looks, timers, pass, settle } = watched();
    live.touch("group:G1");
    await pass(60_000);
    expect([looks.length, timers.size]).toEqual([0, 0]);
    const leave = live.join(listener().listener);
    await settle();
    live.touch("group:G1");
    expect(timers.size).toBe(2);
    if (leave !== "full") leave();
    expect(timers.size).toBe(0);
    await pass(60_000);
    expect(looks).toHaveLength(1);
  });

  it("tells one who comes later all, and those who were there only what is new to them", async () => {
    const { live, tell, settle } = watched();
    const [one, two] = [listener(), listener()];
    tell(delivery("a"));
    live.join(one.listener);
    await settle();
    tell(delivery("b"), delivery("a"));
    live.join(two.listener);
    await settle();
    expect(one.heard).toEqual([full(delivery("a")), part(delivery("b")), at("group:G1")]);
    expect(two.heard).toEqual([full(delivery("b"), delivery("a"))]);
  });

  it("forgets one who left, and takes no more than twenty", async () => {
    const { live, tell, pass, settle } = watched();
    const all = Array.from({ length: 20 }, () => listener());
    const leaves = all.map(({ listener: it }) => live.join(it));
    expect(live.join(listener().listener)).toBe("full");
    await settle();
    const [leave] = leaves;
    if (leave !== undefined && leave !== "full") leave();
    expect(live.join(listener().listener)).not.toBe("full");
    tell(delivery("a"));
    live.touch("group:G1");
    await pass(150);
    expect(all[0]?.heard).toEqual([full()]);
    expect(all[1]?.heard).toContainEqual(part(delivery("a")));
  });

  it("takes no more than a fifth of the time, however busy the relay is", async () => {
    let took = 0;
    let now = 0;
    const timers: { readonly ms: number; readonly run: () => void }[] = [];
    const live = createLive({
      look: () => {
        now += took;
        return Promise.resolve([]);
      },
      later: (run, ms) => {
        timers.push({ ms, run });
        return () => undefined;
      },
      now: () => now,
      onFault: () => undefined,
    });
    const settle = async (): Promise<void> => {
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    };
    live.join(listener().listener);
    await settle();
    took = 500;
    live.touch("group:G1");
    timers.at(-1)?.run();
    live.touch("group:G1");
    await settle();
    live.touch("group:G1");
    expect(timers.map(({ ms }) => ms)).toEqual([15_000, 150, 2_000]);
  });

  it("looks again each so often where nothing tells it of changes", async () => {
    const { live, looks, tell, pass, settle } = watched({ every: 5_000 });
    const { heard, listener: it } = listener();
    const leave = live.join(it);
    await settle();
    tell(delivery("a"));
    await pass(4_999);
    expect(heard).toEqual([full()]);
    await pass(1);
    expect(heard).toEqual([full(), part(delivery("a")), at("group:G1")]);
    await pass(10_000);
    expect(looks).toEqual([undefined, undefined, undefined, undefined]);
    if (leave !== "full") leave();
    await pass(60_000);
    expect(looks).toHaveLength(4);
  });

  it("says what is wrong, and looks again", async () => {
    let fails = true;
    const { live, faults, pass, settle } = watched({
      every: 5_000,
      look: () => (fails ? Promise.reject(new Error("no such table")) : Promise.resolve([delivery("a")])),
    });
    fails = false;
    const { heard, listener: it } = listener();
    live.join(it);
    await settle();
    fails = true;
    await pass(5_000);
    fails = false;
    await pass(5_000);
    expect(faults).toEqual([new Error("no such table")]);
    expect(heard).toEqual([full(delivery("a")), ["fault", { message: "no such table" }]]);
  });

  it("says what is wrong to one who comes, and has him come again", async () => {
    const { live, faults, pass, settle, timers } = watched({
      every: 5_000,
      look: () => Promise.reject(new Error("no such table")),
    });
    const { heard, listener: it, ended } = listener();
    live.join(it);
    await settle();
    expect(heard).toEqual([["fault", { message: "no such table" }]]);
    expect(ended()).toBe(1);
    expect(faults).toHaveLength(1);
    await pass(60_000);
    expect(faults).toHaveLength(1);
    expect(timers.size).toBe(0);
  });

  it("ends for all who listen when the relay stops", async () => {
    const { live, timers, settle } = watched();
    const [one, two] = [listener(), listener()];
    live.join(one.listener);
    live.join(two.listener);
    await settle();
    live.stop();
    expect([one.ended(), two.ended(), timers.size]).toEqual([1, 1, 0]);
  });
});
