import { expect, it } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import { createLifeSigns } from "../../lib/gateway/life-signs.ts";
import { noon } from "../support/build.ts";
import { createVirtualTimers } from "../support/virtual-timers.ts";

/** Signs of life to a relay that answers as it is told to: a status, none, or nothing for now. */
function open() {
  const timers = createVirtualTimers(noon);
  const relay: { answer: number | undefined; release: (() => void) | undefined; isSlow: boolean } = {
    answer: 200,
    release: undefined,
    isSlow: false,
  };
  const bodies: string[] = [];
  const told: (number | undefined)[] = [];
  const signs = createLifeSigns({
    ...timers,
    sign: (body) => ({ body, headers: {} }),
    take: async ({ body }) => {
      bodies.push(Buffer.from(body).toString());
      if (relay.isSlow) await new Promise<void>((resolve) => (relay.release = resolve));
      return relay.answer;
    },
    answered: (status) => told.push(status),
  });
  return { ...timers, relay, bodies, told, signs };
}

it("are given at once when the connection stands, then twice a minute, and not while there is none", async () => {
  const { signs, bodies, pass } = open();
  signs.changed({ state: "connecting" });
  await pass(5 * minute);
  expect(bodies).toEqual([]);
  signs.changed({ state: "connected" });
  await pass(minute);
  expect(bodies).toEqual(Array.from({ length: 3 }, () => '{"op":1,"d":"gateway"}'));
  signs.changed({ state: "waiting" });
  await pass(5 * minute);
  expect(bodies).toHaveLength(3);
  signs.changed({ state: "connected" });
  await pass(0);
  expect(bodies).toHaveLength(4);
});

it("go on one after the other, however often the connection comes and goes while one is under way", async () => {
  const { signs, bodies, relay, pass, count } = open();
  relay.isSlow = true;
  for (const state of ["connected", "waiting", "connected", "connected"] as const) signs.changed({ state });
  await pass(minute);
  expect(bodies).toHaveLength(1);
  relay.isSlow = false;
  relay.release?.();
  await pass(30 * second);
  expect(bodies).toHaveLength(2);
  expect(count()).toBe(1);
});

it("tell of another answer once, and that it is well again", async () => {
  const { signs, told, relay, pass } = open();
  signs.changed({ state: "connected" });
  await pass(minute);
  expect(told).toEqual([]);
  relay.answer = 401;
  await pass(2 * minute);
  relay.answer = undefined;
  await pass(2 * minute);
  relay.answer = 200;
  await pass(2 * minute);
  expect(told).toEqual([401, undefined, 200]);
});

it("end with the process", async () => {
  const { signs, bodies, pass, count } = open();
  signs.changed({ state: "connected" });
  await pass(0);
  signs.stop();
  await pass(5 * minute);
  expect([bodies.length, count()]).toEqual([1, 0]);
});
