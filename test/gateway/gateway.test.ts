import { describe, expect, it } from "vitest";
import { hour, minute, second } from "../../lib/base/time.ts";
import { openRig } from "./rig.ts";

async function started(options?: Parameters<typeof openRig>[0]) {
  const rig = openRig(options);
  await rig.start();
  return rig;
}

describe("an event", () => {
  it("is handed on as QQ's callback would bring it, in order", async () => {
    const rig = await started();
    const ids = await rig.emit(3);
    expect([...rig.relay.taken]).toEqual(ids);
    expect(rig.status()).toMatchObject({ state: "connected", held: 0, identifies: 1, trouble: undefined });
  });

  it("moves the session only after HTTP 200, and others wait their turn", async () => {
    const rig = await started();
    await rig.emit();
    await rig.pass(3 * second);
    expect(rig.disk.session).toEqual({ id: "session-1", seq: 2 });
    rig.relay.answer = 500;
    await rig.emit(2);
    await rig.pass(minute);
    expect(rig.disk.session?.seq).toBe(2);
    expect(rig.status().held).toBe(2);
    rig.relay.answer = "by itself";
    await rig.pass(40 * second);
    expect(rig.disk.session?.seq).toBe(4);
    expect(rig.relay.taken.size).toBe(3);
  });

  it.each([401, 404, 302, undefined])("that the relay answers with %s is tried on, and said once", async (answer) => {
    const rig = await started();
    rig.relay.answer = answer;
    await rig.emit(2);
    await rig.pass(10 * minute);
    expect(rig.logs.filter((line) => line.includes("gateway-event-not-taken"))).toHaveLength(1);
    expect(rig.relay.tries).toBeGreaterThan(10);
    rig.relay.answer = "by itself";
    await rig.pass(minute);
    expect(rig.relay.taken.size).toBe(2);
    await rig.emit();
    expect(rig.logs.filter((line) => line.includes("gateway-events-taken-again"))).toHaveLength(1);
    rig.relay.answer = answer;
    await rig.emit();
    rig.relay.answer = "by itself";
    await rig.pass(2 * second);
    expect(rig.relay.taken.size).toBe(4);
  });

  it("that is too large for the relay is passed over and logged", async () => {
    const rig = await started();
    rig.qq.emit("GROUP_AT_MESSAGE_CREATE", { content: "大".repeat(2_000_000) });
    const [id] = await rig.emit();
    expect([...rig.relay.taken]).toEqual([id]);
    expect(rig.logs.join("\n")).toContain("gateway-event-too-large");
    expect(rig.status().held).toBe(0);
  });

  it("without an id, READY and RESUMED are not handed on", async () => {
    const rig = await started();
    rig.qq.say({ op: 0, s: 2, t: "ANYTHING", d: {} });
    rig.qq.close(4009);
    await rig.pass(second);
    expect(rig.ops()).toEqual([2, 6]);
    expect(rig.relay.tries).toBe(0);
  });

  it.each([
    [4 * minute, 1],
    [-4 * minute, 1],
    [6 * minute, 0],
  ])("passes where the clocks are %i ms apart: %i", async (skew, taken) => {
    const rig = await started();
    rig.relay.skew = skew;
    await rig.emit();
    expect(rig.relay.taken.size).toBe(taken);
    rig.relay.skew = 0;
    await rig.pass(minute);
    expect(rig.relay.taken.size).toBe(1);
  });
});

describe("a restart", () => {
  it("resumes, and what came meanwhile is neither lost nor doubled", async () => {
    const rig = await started();
    await rig.emit(2);
    await rig.stop();
    expect(rig.qq.isConnected()).toBe(false);
    expect(rig.count()).toBe(0);
    await rig.emit(3);
    await rig.restart();
    expect(rig.ops()).toEqual([2, 6]);
    expect([rig.relay.taken.size, rig.relay.repeats]).toEqual([5, 0]);
  });

  it("after a kill begins at what was written, and repeats are repeats by their ids", async () => {
    const rig = await started();
    await rig.pass(3 * second);
    await rig.emit(2);
    expect(rig.disk.session?.seq).toBe(1);
    rig.qq.close(1006);
    await rig.restart();
    expect(rig.ops()).toEqual([2, 6]);
    expect([rig.relay.taken.size, rig.relay.repeats]).toEqual([2, 2]);
  });

  it("waits for the answer that is under way, so that its event counts", async () => {
    const rig = await started();
    rig.relay.release = () => undefined;
    await rig.emit();
    const stopped = rig.stop();
    rig.relay.release();
    await stopped;
    expect(rig.disk.session?.seq).toBe(2);
  });

  it("of a session that QQ forgot starts another", async () => {
    const rig = await started();
    await rig.stop();
    rig.qq.forget();
    await rig.restart();
    await rig.pass(minute);
    expect(rig.ops()).toEqual([2, 6, 2]);
    expect(rig.disk.session?.id).toBe("session-2");
  });

  it("is possible at any moment of a connection", async () => {
    for (const ticks of [0, 1, 2, 3, 4, 5, 6]) {
      const rig = openRig();
      void rig.start();
      for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
      await rig.stop();
      await rig.pass(hour);
      expect(rig.qq.isConnected()).toBe(false);
      expect(rig.count()).toBe(0);
      await rig.restart();
      expect(rig.status().state).toBe("connected");
    }
  });
});

describe("a connection", () => {
  it("lives through ten op 7 in a row without an Identify, and is one connection to people", async () => {
    const rig = await started();
    await rig.emit();
    for (let times = 0; times < 10; times += 1) {
      rig.qq.say({ op: 7 });
      await rig.pass(5 * minute);
    }
    await rig.emit();
    expect(rig.ops()).toEqual([2, ...Array.from({ length: 10 }, () => 6)]);
    expect(rig.relay.taken.size).toBe(2);
    expect(rig.statuses.map(({ state }) => state)).toEqual(["connected"]);
    expect(rig.status()).toMatchObject({ resumes: 10, identifies: 1 });
  });

  it("whose other side is silent is found within two intervals, and resumed", async () => {
    const rig = await started();
    await rig.emit();
    await rig.pass(minute);
    rig.qq.rules.isSilent = true;
    await rig.pass(2 * 45 * second);
    expect(rig.status().trouble).toBe("silent");
    rig.qq.rules.isSilent = false;
    await rig.pass(minute);
    expect(rig.status().state).toBe("connected");
    expect(rig.ops().filter((op) => op === 2)).toHaveLength(1);
  });

  it("asks for fewer events where QQ refuses the fullest set, and stays with that", async () => {
    const rig = await started();
    const atMessages = 2 ** 30 + 2 ** 25;
    rig.qq.rules.permitted = atMessages + 2 ** 0 + 2 ** 26 + 2 ** 27;
    rig.qq.close(4006);
    await rig.pass(minute);
    rig.qq.close(4006);
    await rig.pass(minute);
    const asked = rig.qq.said.flatMap(({ op, d }) => (op === 2 ? [(d as { intents: number }).intents] : []));
    const [full, fewer] = [asked[0], asked.at(-1)];
    expect(asked).toEqual([full, full, full, fewer, fewer]);
    expect(fewer).not.toBe(full);
    expect(rig.status().state).toBe("connected");
  });

  it("4902 in a row never loops on a session", async () => {
    const rig = await started();
    rig.qq.rules.closeResume = 4902;
    rig.qq.close(1006);
    await rig.pass(minute);
    expect(rig.ops()).toEqual([2, 6, 2]);
    expect(rig.status().state).toBe("connected");
  });

  it("4915 is said, and tried each hour only", async () => {
    const rig = await started();
    rig.qq.rules.closeResume = 4915;
    rig.qq.rules.closeIdentify = 4915;
    rig.qq.close(4915);
    await rig.settle();
    const before = rig.qq.asked();
    await rig.pass(5 * hour);
    expect(rig.qq.asked() - before).toBeLessThanOrEqual(6);
    expect(rig.status()).toMatchObject({ state: "refused", trouble: "banned" });
  });

  it("fetches another token where the one it has ran out between connects", async () => {
    const rig = await started();
    rig.qq.rules.taken = "T2";
    rig.qq.forget();
    rig.qq.close(4009);
    await rig.pass(minute);
    const tokens = rig.qq.said.map(({ d }) => (d as { token: string }).token);
    expect(tokens.at(-1)).toBe("QQBot T2");
    expect(rig.status().state).toBe("connected");
  });

  it.each(["allow-list", "network", "credentials"] as const)("says once why there is none: %s", async (trouble) => {
    const rig = openRig();
    rig.qq.rules.unreachable = trouble;
    await rig.start();
    await rig.pass(hour);
    expect(rig.statuses.map((status) => status.trouble)).toEqual([trouble]);
    expect(rig.status().retryAt).toBeGreaterThan(rig.now());
    rig.qq.rules.unreachable = undefined;
    await rig.pass(10 * minute);
    expect(rig.statuses.at(-1)).toMatchObject({ state: "connected", trouble: undefined });
  });

  it("starts no session where none are left, until there are", async () => {
    const rig = openRig();
    rig.qq.rules.remaining = 0;
    await rig.start();
    expect(rig.status()).toMatchObject({ state: "waiting", trouble: "budget" });
    rig.qq.rules.remaining = 1;
    await rig.pass(minute);
    expect(rig.status().state).toBe("connected");
  });

  it("that stands for long without ever an event says so, once", async () => {
    const rig = await started();
    for (let times = 0; times < 3; times += 1) {
      await rig.pass(20 * minute);
      rig.qq.close(4009);
    }
    await rig.pass(minute);
    expect(rig.statuses.map(({ isQuiet }) => isQuiet)).toEqual([false, true]);
    await rig.emit();
    expect(rig.status().isQuiet).toBe(false);
  });

  it("that has had an event is not quiet, nor is one whose session had", async () => {
    const rig = await started();
    await rig.emit();
    await rig.stop();
    await rig.restart();
    await rig.pass(hour);
    expect(rig.statuses.some(({ isQuiet }) => isQuiet)).toBe(false);
  });
});

it("that stops while nothing answers says no more about it", async () => {
  const rig = openRig();
  rig.qq.rules.unreachable = "network";
  await rig.start();
  await rig.stop();
  expect(rig.status()).toMatchObject({ state: "stopped", trouble: undefined });
});

describe("a relay that is down for ten minutes", () => {
  it("has every event afterwards, in order, though more came than may wait", async () => {
    const rig = await started({ maxHeld: 50 });
    rig.relay.answer = undefined;
    const ids = await rig.emit(120);
    await rig.pass(5 * minute);
    expect(rig.status()).toMatchObject({ state: "waiting", trouble: "relay", held: 50 });
    expect(rig.qq.isConnected()).toBe(false);
    ids.push(...(await rig.emit(30)));
    await rig.pass(5 * minute);
    rig.relay.answer = "by itself";
    await rig.pass(5 * minute);
    expect([...rig.relay.taken]).toEqual(ids);
    expect(rig.relay.repeats).toBe(0);
    expect(rig.status()).toMatchObject({ state: "connected", held: 0 });
    expect(rig.ops().filter((op) => op === 2)).toHaveLength(1);
  });
});

describe("a replay of events that were taken", () => {
  it("is handed on once more, and does not move the session back", async () => {
    const rig = await started();
    await rig.emit(5);
    rig.qq.rules.replayOld = 3;
    rig.qq.close(4009);
    await rig.pass(5 * second);
    expect([rig.relay.taken.size, rig.relay.repeats]).toEqual([5, 3]);
    expect(rig.disk.session?.seq).toBe(6);
  });
});

describe("the session on the disk", () => {
  it("is written now and then, not with each event", async () => {
    const rig = await started();
    for (let times = 0; times < 100; times += 1) {
      await rig.emit(5);
      await rig.pass(100);
    }
    await rig.stop();
    expect(rig.disk.session?.seq).toBe(501);
    expect(rig.disk.writes).toBeLessThanOrEqual(10);
  });

  it("that cannot be written stops nothing", async () => {
    const rig = openRig();
    rig.disk.isFull = true;
    await rig.start();
    await rig.emit(2);
    await rig.pass(minute);
    expect(rig.relay.taken.size).toBe(2);
    expect(rig.logs.join("\n")).toContain("ENOSPC");
    rig.disk.isFull = false;
    await rig.emit();
    await rig.pass(minute);
    expect(rig.disk.session?.seq).toBe(4);
  });

  it("that could not be written is once it can, without another event, and that is said once", async () => {
    const rig = openRig();
    rig.disk.isFull = true;
    await rig.start();
    for (let times = 0; times < 10; times += 1) {
      await rig.emit();
      await rig.pass(minute);
    }
    expect(rig.logs.filter((line) => line.includes("gateway-session-not-kept"))).toHaveLength(1);
    rig.disk.isFull = false;
    await rig.pass(minute);
    expect(rig.disk.session).toEqual({ id: "session-1", seq: 11 });
    rig.disk.isFull = true;
    await rig.emit();
    await rig.pass(minute);
    expect(rig.logs.filter((line) => line.includes("gateway-session-not-kept"))).toHaveLength(2);
    await rig.stop();
    expect(rig.count()).toBe(0);
  });
});

it("never says its token or what events hold", async () => {
  const rig = await started();
  rig.qq.emit("GROUP_AT_MESSAGE_CREATE", { content: "geheim" });
  rig.relay.answer = 401;
  for (const code of [4004, 4009, 4915, 1006]) {
    rig.qq.close(code);
    await rig.pass(2 * hour);
  }
  const told = rig.logs.join("\n") + JSON.stringify([rig.statuses, rig.status()]);
  expect(told).not.toMatch(/T1|QQBot|geheim|session-/);
});
