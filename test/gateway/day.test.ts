import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { hour, minute } from "../../lib/base/time.ts";
import { openRig } from "./rig.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes in use once nothing is left to collect. */
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

/** All events together have ten times what may be held at the end. */
const content = "x".repeat(20_000);

it("takes a thousand events in a day of a reconnect each half hour, loses none, and holds on to nothing", async () => {
  const rig = openRig();
  rig.qq.rules.logged = 10;
  await rig.start();
  const ids: string[] = [];
  const events = 1_000;
  let nextEnd = rig.now() + 30 * minute;
  let before = 0;
  for (let count = 0; count < events; count += 1) {
    ids.push(rig.qq.emit("GROUP_AT_MESSAGE_CREATE", { content }));
    if (rig.now() >= nextEnd) {
      nextEnd += 30 * minute;
      if (count % 2 === 0) rig.qq.say({ op: 7 });
      await rig.settle();
      rig.qq.close(4009);
    }
    await rig.pass((24 * hour) / events);
    if (count === events / 10) before = heap();
  }
  expect(heap() - before).toBeLessThan(2_000_000);
  expect([...rig.relay.taken]).toEqual(ids);
  expect(rig.relay.repeats).toBe(0);
  expect(rig.ops().filter((op) => op === 2)).toHaveLength(1);
  expect(rig.ops().filter((op) => op === 6).length).toBeGreaterThan(45);
  expect(rig.qq.beats()).toBeGreaterThan(1_800);
  expect(rig.status()).toMatchObject({ state: "connected", held: 0, trouble: undefined });
  expect(rig.count()).toBeLessThanOrEqual(3);
  expect(rig.logs).toEqual([]);
});
