import { setImmediate as rest } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { minute, second } from "../../lib/base/time.ts";
import { noon } from "../support/build.ts";
import { type Crowd, type CrowdOptions, openCrowd } from "../support/crowd.ts";
import { engines, startEngine } from "../support/engines.ts";

const crowdOf = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `U${at}`);

const people = crowdOf(120);

type Scene = CrowdOptions["scene"];

/** What QQ lets a bot push in each span, and the time (ms) in which 120 targets are to be done, where a sweep each minute finds them. */
const cases: readonly {
  readonly scene: Scene;
  readonly certified: boolean;
  readonly span: number;
  readonly max: number;
  readonly within: number;
}[] = [
  { scene: "c2c", certified: true, span: second, max: 10, within: 12 * second },
  { scene: "c2c", certified: false, span: minute, max: 30, within: 5 * minute },
  { scene: "group", certified: true, span: minute, max: 60, within: 3 * minute },
  { scene: "group", certified: false, span: minute, max: 30, within: 5 * minute },
];

/** `npm run test:contention` tries all on every engine. */
const isThorough = process.env["CONTENTION_CLAIMS"] !== undefined;

const isSlow = (engine: string): boolean => engine === "dynalite" && !isThorough;

const tried = engines.filter(([name]) => name === "SQLite in memory" || name === "dynalite");

const taken = ({ asked }: Crowd) => asked.filter(({ code }) => code === 0);

const refused = ({ asked }: Crowd) => asked.filter(({ code }) => code !== 0);

/** Time (ms) that a message takes to QQ, and its answer back: each up to this. */
const latency = 40;

describe.each(tried)("many targets of one bot over %s", (name, start) => {
  const some = isSlow(name) ? cases.filter(({ scene, certified }) => (scene === "c2c") === certified) : cases;
  it.for(some.flatMap((each) => (isSlow(name) ? [10] : [10, 120]).map((handlers) => ({ ...each, handlers }))))(
    "are told at nine tenths of the rate or more, and never over it ($scene, certified $certified, $handlers handlers)",
    { timeout: 2 * minute },
    async ({ scene, certified, span, max, within, handlers }) => {
      const all = isSlow(name) ? crowdOf(2 * max + 5) : people;
      const engine = await start();
      const crowd = await openCrowd(engine, { scene, certified, handlers, latency });
      await crowd.run(10 * minute, async () => {
        for (const id of all) await crowd.tell(id);
      });
      await engine.stop();

      const times = taken(crowd).map(({ at }) => at - noon);
      expect(refused(crowd)).toEqual([]);
      expect(new Set(taken(crowd).map(({ target }) => target)).size).toBe(all.length);
      expect(Math.max(...times)).toBeLessThanOrEqual(within);
      // The last span is not full.
      const whole = Math.floor(all.length / max) - 1;
      expect(times.filter((at) => at < whole * span).length).toBeGreaterThanOrEqual(0.9 * max * whole);
    },
  );
});

const rareCase = { scene: "c2c", certified: true, handlers: 120, latency } as const;

const timeOf = (crowd: Crowd, id: string): number => (taken(crowd).find(({ target }) => target === id)?.at ?? 0) - noon;

describe("a crowd that waits for a bot's rate", () => {
  it("makes way for what is critical", async () => {
    const engine = await startEngine();
    const crowd = await openCrowd(engine, rareCase);
    await crowd.run(minute, async (wait) => {
      for (const id of people) await crowd.tell(id);
      await wait(2 * second);
      await crowd.tell("fire", "critical");
      await wait(second);
      await crowd.tell("U119", "critical");
    });
    expect(await crowd.pending()).toBe(0);
    await engine.stop();
    expect(refused(crowd)).toEqual([]);
    expect(timeOf(crowd, "fire") - 2 * second).toBeLessThan(1.2 * second);
    expect(timeOf(crowd, "U119") - 3 * second).toBeLessThan(1.2 * second);
  });

  it("leaves a unit of each minute to what is critical, where a burst has taken the others", async () => {
    const engine = await startEngine();
    const crowd = await openCrowd(engine, { ...rareCase, scene: "group" });
    await crowd.run(50 * second, async (wait) => {
      for (const id of people) await crowd.tell(id);
      await wait(10 * second);
      await crowd.tell("fire", "critical");
    });
    await engine.stop();
    expect(refused(crowd)).toEqual([]);
    expect(timeOf(crowd, "fire") - 10 * second).toBeLessThan(second);
  });

  it("is not held up by a handler that is killed while it sends, but for one unit while its message may arrive", async () => {
    const engine = await startEngine();
    const crowd = await openCrowd(engine, rareCase);
    crowd.kill();
    await crowd.run(2 * minute, async () => {
      for (const id of people) await crowd.tell(id);
    });
    await engine.stop();
    expect(refused(crowd)).toEqual([]);
    expect(people.filter((id) => timeOf(crowd, id) > 15 * second)).toEqual([]);
  });

  it("keeps a turn that it has, though another notice comes while it takes that", async () => {
    const engine = await startEngine();
    const { table } = engine;
    let interrupts = 1;
    const interrupted: typeof table = {
      ...table,
      update: async (change) => {
        const isTurn = Object.values(change.set ?? {}).some(
          (text) => typeof text === "string" && text.endsWith("~U119"),
        );
        if (isTurn && interrupts > 0) {
          interrupts -= 1;
          await crowd.tell("U119");
          // Until another handler has found the target taken, and left word.
          for (let ticks = 0; ticks < 50; ticks += 1) await rest();
        }
        return table.update(change);
      },
    };
    const crowd = await openCrowd({ ...engine, table: interrupted }, { ...rareCase, handlers: 130 });
    await crowd.run(2 * minute, async () => {
      for (const id of people) await crowd.tell(id);
    });
    await engine.stop();
    expect(interrupts).toBe(0);
    expect(refused(crowd)).toEqual([]);
    const times = taken(crowd).filter(({ target }) => target === "U119");
    expect(times.map(({ at }) => at - noon < 15 * second)).toEqual([true, true]);
  });

  it.for([100, 250])("is never over the rate when QQ takes its time (%i ms)", async (slow) => {
    const engine = await startEngine();
    const crowd = await openCrowd(engine, { ...rareCase, latency: slow });
    await crowd.run(minute, async () => {
      for (const id of people) await crowd.tell(id);
    });
    await engine.stop();
    expect(refused(crowd)).toEqual([]);
    expect(taken(crowd)).toHaveLength(people.length);
  });
});
