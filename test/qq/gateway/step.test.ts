import { describe, expect, it } from "vitest";
import { closeOf } from "../../../lib/qq/gateway/closes.ts";
import { intentsOf } from "../../../lib/qq/gateway/intents.ts";
import { readFrame } from "../../../lib/qq/gateway/frame.ts";
import { type Effect, firstState, type Input, type State } from "../../../lib/qq/gateway/state.ts";
import { step } from "../../../lib/qq/gateway/step.ts";

const intents = intentsOf(["channel"]);
const around = { intents, random: 0.5, maxHeld: 3 };

const frame = (value: unknown): Input => ({ kind: "frame", frame: readFrame(JSON.stringify(value)) });
const hello = frame({ op: 10, d: { heartbeat_interval: 1000 } });
const readyAt = (s: number, id = "s1") => frame({ op: 0, s, t: "READY", d: { session_id: id, user: { id: "7" } } });
const resumed = frame({ op: 0, t: "RESUMED", d: "" });
const event = (s: number) => frame({ op: 0, id: `E:${s}`, s, t: "AT_MESSAGE_CREATE", d: {} });
const invalid = frame({ op: 9, d: false });
const addressed: Input = { kind: "addressed", url: "ws://127.0.0.1:1/" };
const opened: Input = { kind: "opened" };
const closed = (code: number): Input => ({ kind: "closed", code });
const timer = (name: Extract<Input, { kind: "timer" }>["name"]): Input => ({ kind: "timer", name });
const durable = (s: number, session = "s1"): Input => ({ kind: "durable", session, s });

/** Takes steps in order; the answer is where they lead, and the effects of the last. */
function take(
  from: State,
  ...inputs: readonly Input[]
): { readonly state: State; readonly effects: readonly Effect[] } {
  return inputs.reduce<{ state: State; effects: readonly Effect[] }>(({ state }, input) => step(state, input, around), {
    state: from,
    effects: [],
  });
}

const toHello = [{ kind: "start" }, addressed, opened, hello] as const satisfies readonly Input[];
const anew = [timer("connect"), addressed, opened, hello] as const satisfies readonly Input[];
const fresh = (): State => take(firstState(), ...toHello, readyAt(1)).state;
const wait = (effects: readonly Effect[]): number | undefined =>
  effects.flatMap((effect) => (effect.kind === "timer" && effect.name === "connect" ? [effect.after] : []))[0];
const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);

describe("a connection to QQ's gateway", () => {
  it("asks, opens, waits for Hello, identifies with the fullest intents, and beats", () => {
    expect(take(firstState(), { kind: "start" }).effects).toEqual([{ kind: "ask", fresh: false }]);
    expect(take(firstState(), { kind: "start" }, addressed).effects).toEqual([
      { kind: "open", url: "ws://127.0.0.1:1/" },
      { kind: "timer", name: "hello", after: 20_000 },
    ]);
    expect(take(firstState(), ...toHello).effects).toEqual([
      { kind: "untimer", name: "hello" },
      { kind: "identify", intents: intents[0] },
      { kind: "timer", name: "ready", after: 30_000 },
      { kind: "timer", name: "beat", after: 500 },
    ]);
    const { state } = take(firstState(), ...toHello, readyAt(1));
    expect(state).toMatchObject({ phase: "ready", session: { id: "s1", seq: 1 }, trouble: undefined });
  });

  it("resumes the session of an earlier process, from the latest event that is durable", () => {
    const { state, effects } = take(firstState({ id: "s0", seq: 41 }), ...toHello);
    expect(effects).toContainEqual({ kind: "resume", session: { id: "s0", seq: 41 } });
    expect(take(state, resumed).state).toMatchObject({ phase: "ready", session: { id: "s0", seq: 41 } });
  });

  it("hands events on, and its session moves only when they are durable", () => {
    const { state, effects } = take(fresh(), event(2));
    expect(effects).toEqual([{ kind: "hand", session: "s1", s: 2, forward: true }]);
    expect(state).toMatchObject({ session: { seq: 1 }, received: 2, held: 1 });
    expect(take(state, durable(2)).state).toMatchObject({ session: { seq: 2 }, held: 0 });
    expect(take(state, timer("beat")).effects).toContainEqual({ kind: "beat", received: 2 });
  });

  it("passes over what has no id, in its turn", () => {
    expect(take(fresh(), frame({ op: 0, s: 2, t: "ANY", d: {} })).effects).toEqual([
      { kind: "hand", session: "s1", s: 2, forward: false },
    ]);
  });

  it("what an earlier session's event says does not move a new session", () => {
    const { state } = take(fresh(), event(90), closed(4006), ...anew, readyAt(1, "s2"), durable(90, "s1"));
    expect(state.session).toEqual({ id: "s2", seq: 1 });
  });

  it("that were taken before and came once more do not move the session back", () => {
    const state = take(fresh(), event(2), event(3), durable(2), durable(3)).state;
    expect(take(state, event(2), durable(2)).state.session).toEqual({ id: "s1", seq: 3 });
  });

  it("stops receiving when too much is held, and goes on when all of it is durable", () => {
    const full = take(fresh(), event(2), event(3), event(4));
    expect(kinds(full.effects)).toEqual(["hand", "drop"]);
    expect(full.state).toMatchObject({ phase: "resting", isFull: true, trouble: "relay" });
    const almost = take(full.state, durable(2), durable(3));
    expect(almost.effects).toEqual([]);
    const gone = take(almost.state, durable(4));
    expect(wait(gone.effects)).toBe(0);
    expect(take(gone.state, ...anew).effects).toContainEqual({
      kind: "resume",
      session: { id: "s1", seq: 4 },
    });
  });

  it("a resume that brings too much again and again waits longer each time", () => {
    let state = fresh();
    const waits = Array.from({ length: 4 }, () => {
      const left = take(state, event(2), event(3), event(4), durable(1), durable(1), durable(1));
      state = take(left.state, ...anew).state;
      return wait(left.effects);
    });
    expect(waits).toEqual([0, 1_000, 2_000, 4_000]);
  });

  it("op 7 is no failure: at once, with the session, however often", () => {
    let state = fresh();
    for (let times = 0; times < 10; times++) {
      const left = take(state, timer("beat"), frame({ op: 11 }), frame({ op: 7 }));
      expect(wait(left.effects)).toBe(0);
      const back = take(left.state, ...anew);
      expect(kinds(back.effects)).toContain("resume");
      state = take(back.state, resumed).state;
    }
    expect(state.failures).toBe(0);
  });

  it("op 7 in a row, each before a heartbeat, waits longer each time, and costs no Identify", () => {
    let state = fresh();
    const waits = Array.from({ length: 5 }, () => {
      const left = take(state, frame({ op: 7 }));
      const back = take(left.state, ...anew);
      expect(kinds(back.effects)).toContain("resume");
      state = take(back.state, resumed).state;
      return wait(left.effects);
    });
    expect(waits).toEqual([0, 1_000, 2_000, 4_000, 8_000]);
    expect(state.failures).toBe(0);
  });

  it("op 7 before READY waits longer each time, and costs no Identify", () => {
    let state = take(firstState({ id: "s0", seq: 1 }), ...toHello).state;
    const waits = Array.from({ length: 10 }, () => {
      const left = take(state, frame({ op: 7 }));
      const back = take(left.state, ...anew);
      expect(kinds(back.effects)).toContain("resume");
      state = back.state;
      return wait(left.effects) ?? 0;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300].map((seconds) => seconds * 1_000));
  });

  it("finds a peer that is silent within two intervals, and resumes at once", () => {
    const asked = take(fresh(), timer("beat"));
    expect(asked.effects).toContainEqual({ kind: "timer", name: "beat", after: 1_000 });
    const found = take(asked.state, timer("beat"));
    expect(kinds(found.effects)).toEqual(["drop", "timer"]);
    expect(wait(found.effects)).toBe(0);
    expect(found.state).toMatchObject({ phase: "resting", trouble: "silent", session: { id: "s1" } });
    expect(kinds(take(asked.state, frame({ op: 11 }), timer("beat")).effects)).toEqual(["beat", "timer"]);
  });

  it("answers a heartbeat that QQ asks for", () => {
    expect(take(fresh(), frame({ op: 1 })).effects).toEqual([{ kind: "beat", received: 1 }]);
  });

  it("gives a session up after three resumes that came to nothing", () => {
    let state = take(firstState({ id: "s0", seq: 1 }), ...toHello).state;
    const asked = Array.from({ length: 3 }, () => {
      const back = take(state, closed(1006), ...anew);
      state = back.state;
      return kinds(back.effects)[1];
    });
    expect(asked).toEqual(["resume", "resume", "identify"]);
  });

  it("counts only resumes in a row", () => {
    let state = fresh();
    for (let times = 0; times < 3; times++) {
      const back = take(state, closed(1006), ...anew, closed(1006), ...anew);
      expect(kinds(back.effects)).toContain("resume");
      state = take(back.state, resumed).state;
    }
  });

  it.each([
    [1006, "resume"],
    [4000, "resume"],
    [4003, "resume"],
    [4005, "resume"],
    [4009, "resume"],
    [4008, "resume"],
    [4004, "identify"],
    [4006, "identify"],
    [4007, "identify"],
    [4900, "identify"],
    [4902, "identify"],
    [4913, "identify"],
  ])("after close %i: %s", (code, next) => {
    const left = take(fresh(), closed(code));
    expect(kinds(take(left.state, ...anew).effects)).toContain(next);
  });

  it.each([
    [4009, 0],
    [4008, 60_000],
    [1006, 1_000],
    [4915, 3_600_000],
    [4914, 3_600_000],
  ])("after close %i waits %i ms", (code, ms) => {
    expect(wait(take(fresh(), closed(code)).effects)).toBe(ms);
  });

  it.each([4001, 4002, 4010, 4011, 4012])("close %i is our own fault: no more is tried", (code) => {
    const { state, effects } = take(fresh(), closed(code));
    expect(state).toMatchObject({ phase: "stopped", trouble: "protocol" });
    expect(effects).toEqual([{ kind: "drop" }]);
    expect(take(state, timer("connect"), addressed).effects).toEqual([]);
  });

  it("4004 fetches a new token, once", () => {
    const left = take(fresh(), closed(4004));
    const back = take(left.state, timer("connect"));
    expect(back.effects).toEqual([{ kind: "ask", fresh: true }]);
    expect(back.state.token).toBe("renewed");
  });

  it("4004 is the bot's credentials only where a new token is refused as well: one that ran out is ordinary", () => {
    const left = take(fresh(), closed(4004));
    expect(left.state.trouble).toBeUndefined();
    const again = take(left.state, ...anew, closed(4004));
    expect(again.state.trouble).toBe("credentials");
    expect(take(again.state, timer("connect")).effects).toEqual([{ kind: "ask", fresh: true }]);
  });

  it("4902 is never resumed, however often it comes", () => {
    let state = fresh();
    for (let times = 0; times < 5; times++) {
      const back = take(state, closed(4902), ...anew);
      expect(kinds(back.effects)).toContain("identify");
      state = take(back.state, readyAt(1, `s${times}`)).state;
    }
  });

  it("4014 asks for fewer events, down to the least, then says so and asks each hour", () => {
    let state = take(firstState(), ...toHello).state;
    const asked = intents.slice(1).map(() => {
      const left = take(state, closed(4014));
      expect(left.state.trouble).toBeUndefined();
      const back = take(left.state, ...anew);
      state = back.state;
      return back.effects.flatMap((effect) => (effect.kind === "identify" ? [effect.intents] : []))[0];
    });
    expect(asked).toEqual(intents.slice(1));
    const refused = take(state, closed(4014));
    expect(wait(refused.effects)).toBe(3_600_000);
    expect(refused.state.trouble).toBe("intents");
  });

  describe("op 9", () => {
    it("to Resume: the session is forgotten", () => {
      const waiting = take(firstState({ id: "s0", seq: 5 }), ...toHello, invalid);
      expect(waiting.state.phase).toBe("settling");
      const back = take(waiting.state, timer("settle"), ...anew);
      expect(kinds(back.effects)).toContain("identify");
    });

    it("to Identify: a new token, then fewer events, which is remembered", () => {
      const first = take(firstState(), ...toHello, invalid, timer("settle"), timer("connect"));
      expect(first.effects).toEqual([{ kind: "ask", fresh: true }]);
      const second = take(first.state, addressed, opened, hello, invalid, timer("settle"), ...anew);
      expect(second.effects).toContainEqual({ kind: "identify", intents: intents[1] });
      const later = take(second.state, readyAt(1), closed(4006), ...anew);
      expect(later.effects).toContainEqual({ kind: "identify", intents: intents[1] });
    });

    it("when nothing helps, says so, and begins with all of them again, ever more slowly", () => {
      let state = take(firstState(), ...toHello).state;
      for (let times = 0; times < 1 + intents.length; times++)
        state = take(state, invalid, timer("settle"), ...anew).state;
      expect(state).toMatchObject({ rung: 0, trouble: "refused", failures: 4 });
    });

    it("again and again on one connection is one", () => {
      const waiting = take(firstState(), ...toHello, invalid, invalid);
      expect(waiting.effects).toEqual([]);
      expect(waiting.state.phase).toBe("settling");
    });

    it("a close within five seconds tells more", () => {
      const { state } = take(firstState(), ...toHello, invalid, closed(4915));
      expect(state).toMatchObject({ phase: "resting", trouble: "banned" });
      const untold = take(firstState(), ...toHello, invalid, closed(1000), timer("connect"));
      expect(untold.effects).toEqual([{ kind: "ask", fresh: true }]);
    });

    it.each([4008, 4009])("to Resume, with close %i each time, gives the session up in the end", (code) => {
      let state = take(firstState({ id: "s0", seq: 5 }), ...toHello).state;
      const asked = Array.from({ length: 3 }, () => {
        const back = take(state, invalid, closed(code), ...anew);
        state = back.state;
        return kinds(back.effects)[1];
      });
      expect(asked.at(-1)).toBe("identify");
    });

    it("to Identify, with a close that tells no more, asks for a new token, then for fewer events", () => {
      const first = take(firstState(), ...toHello, invalid, closed(4009), timer("connect"));
      expect(first.effects).toEqual([{ kind: "ask", fresh: true }]);
      const second = take(first.state, addressed, opened, hello, invalid, closed(4009), ...anew);
      expect(second.effects).toContainEqual({ kind: "identify", intents: intents[1] });
    });

    it("to Identify is one of no session, whatever it says of resuming", () => {
      const asked = take(firstState(), ...toHello, frame({ op: 9, d: true }));
      expect(asked.state.phase).toBe("settling");
      expect(take(asked.state, timer("settle"), timer("connect")).effects).toEqual([{ kind: "ask", fresh: true }]);
    });

    it("that may be resumed is resumed", () => {
      const back = take(fresh(), frame({ op: 9, d: true }), ...anew);
      expect(kinds(back.effects)).toContain("resume");
    });
  });

  it("starts no session where QQ has none left, but resumes one", () => {
    const none: Input = { ...addressed, remaining: 0, resetAfter: 7_000 };
    expect(wait(take(firstState(), { kind: "start" }, none).effects)).toBe(7_000);
    expect(kinds(take(firstState({ id: "s0", seq: 1 }), { kind: "start" }, none).effects)).toContain("open");
  });

  it("asks ever more slowly where none is left, though QQ names no time", () => {
    const none: Input = { ...addressed, remaining: 0, resetAfter: 0 };
    const first = take(firstState(), { kind: "start" }, none);
    const second = take(first.state, timer("connect"), none);
    expect([wait(first.effects), wait(second.effects)]).toEqual([1_000, 2_000]);
  });

  it("says why there is no connection, until there is one", () => {
    const left = take(firstState(), { kind: "start" }, { kind: "unreachable", trouble: "allow-list" });
    expect(left.state.trouble).toBe("allow-list");
    expect(take(left.state, ...anew, readyAt(1)).state.trouble).toBeUndefined();
  });

  it("stops in any phase, and does nothing more", () => {
    for (let length = 0; length <= toHello.length; length++) {
      const { state, effects } = take(firstState(), ...toHello.slice(0, length), { kind: "stop" });
      expect(effects).toEqual([{ kind: "drop" }]);
      expect(take(state, timer("connect"), addressed, opened, hello).effects).toEqual([]);
    }
  });

  it("an event that becomes durable while it stops still moves the session", () => {
    expect(take(fresh(), event(2), { kind: "stop" }, durable(2)).state.session).toEqual({ id: "s1", seq: 2 });
  });
});

describe("frames", () => {
  it.each(["", "null", "[]", "{", '{"op":0,"t":"READY","d":{}}', '{"op":99}', '{"op":"x"}'])(
    "%j asks for nothing",
    (text) => {
      expect(readFrame(text)).toEqual({ kind: "other" });
    },
  );

  it("RESUMED carries a text", () => {
    expect(readFrame('{"op":0,"s":9,"t":"RESUMED","d":""}')).toEqual({ kind: "resumed" });
  });

  it("Hello without an interval has the usual one", () => {
    expect(readFrame('{"op":10,"d":null}')).toEqual({ kind: "hello", every: 45_000 });
  });
});

describe("intents", () => {
  it.each([
    [
      ["c2c", "group"],
      [100_663_296, 33_554_432],
    ],
    [["channel"], [1_275_069_441, 1_275_068_417, 1_073_741_824]],
    [["dm"], [134_221_825, 4_096]],
    [[], [0]],
  ] as const)("of %j", (scenes, sets) => {
    expect(intentsOf(scenes)).toEqual(sets);
  });

  it("of all scenes fit 31 bits, each set in the one before", () => {
    const sets = intentsOf(["c2c", "group", "channel", "dm"]);
    for (const [index, set] of sets.entries()) {
      expect(set).toBeLessThan(2 ** 31);
      expect((sets[index - 1] ?? set) & set).toBe(set);
    }
  });
});

it("every close code of QQ's own has a line", () => {
  for (const code of [4001, 4002, 4004, 4006, 4007, 4008, 4009, 4010, 4011, 4012, 4013, 4014, 4900, 4913, 4914, 4915])
    expect(closeOf(code)).toBeDefined();
});
