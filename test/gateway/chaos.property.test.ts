import fc from "fast-check";
import { expect, it } from "vitest";
import { hour, second } from "../../lib/base/time.ts";
import { testSeed } from "../support/seed.ts";
import { openRig } from "./rig.ts";

type Rig = ReturnType<typeof openRig>;

/** What may happen to a connection without QQ forgetting its session; `size` in [0, 1) says how much of it. */
const happenings = {
  events: (rig, size) => rig.emit(1 + Math.floor(size * 12)),
  "op 7": (rig) => rig.qq.say({ op: 7 }),
  "op 9, to be resumed": (rig) => rig.qq.say({ op: 9, d: true }),
  "a heartbeat asked for": (rig) => rig.qq.say({ op: 1 }),
  "a frame of none": (rig, size) => rig.qq.say([null, [], "x", { op: 99 }, { op: 0 }][Math.floor(size * 5)]),
  "a close": (rig, size) => rig.qq.close([1000, 1001, 1006, 1009, 4000, 4008, 4009][Math.floor(size * 7)] ?? 1006),
  "QQ out of reach": (rig) => void (rig.qq.rules.unreachable = "network"),
  "QQ in reach": (rig) => void (rig.qq.rules.unreachable = undefined),
  "a replay": (rig, size) => void (rig.qq.rules.replayOld = Math.floor(size * 5)),
  "a relay that fails": (rig, size) => void (rig.relay.answer = [500, 401, undefined][Math.floor(size * 3)]),
  "a relay that works": (rig) => void (rig.relay.answer = "by itself"),
  seconds: (rig, size) => rig.pass(size * 10 * second),
  "an hour": (rig, size) => rig.pass(size * hour),
  "a restart": async (rig) => {
    await rig.stop();
    await rig.restart();
  },
} as const satisfies Readonly<Record<string, (rig: Rig, size: number) => unknown>>;

const some = fc.array(
  fc.tuple(fc.constantFrom(...(Object.keys(happenings) as (keyof typeof happenings)[])), fc.nat(999)),
  { minLength: 10, maxLength: 40 },
);

it("whatever happens to a session that QQ knows, each of its events is taken, and nothing goes on after a stop", async () => {
  await fc.assert(
    fc.asyncProperty(some, fc.integer({ min: 8, max: 25 }), async (happened, maxHeld) => {
      const rig = openRig({ maxHeld });
      await rig.start();
      const ids: string[] = [];
      for (const [name, size] of happened) {
        const told = await happenings[name](rig, size / 1_000);
        if (Array.isArray(told)) ids.push(...told);
        await rig.settle();
      }
      rig.qq.rules.unreachable = undefined;
      rig.relay.answer = "by itself";
      await rig.pass(2 * hour);
      expect(rig.status()).toMatchObject({ state: "connected", held: 0, trouble: undefined });
      expect(rig.ops().filter((op) => op === 2)).toHaveLength(1);
      expect(ids.filter((id) => !rig.relay.taken.has(id))).toEqual([]);
      await rig.stop();
      expect(rig.count()).toBe(0);
    }),
    { numRuns: 20, seed: testSeed, endOnFailure: true },
  );
});
