import { beforeAll, describe, expect, it } from "vitest";
import { bounds } from "../../bench/simulate/bounds/bounds.ts";
import { judge } from "../../bench/simulate/bounds/judge.ts";
import { printVerdicts } from "../../bench/simulate/bounds/print-verdicts.ts";
import type { Figures } from "../../bench/simulate/figures.ts";
import { comparedRelays, judgedRelays, relays } from "../../bench/simulate/relays.ts";
import { type Result, rowsOf, simulate } from "../../bench/simulate/simulate.ts";

const seeds = [1, 2, 3] as const;

/** One run of two days a seed, a Sunday and a Monday. */
const runs = new Map<number, readonly Result[]>();

const chanceOf = (seed: number) => ({ seed, days: 2, shape: "team" }) as const;

beforeAll(async () => {
  for (const seed of seeds) runs.set(seed, await simulate(chanceOf(seed), comparedRelays));
});

const resultsOf = (seed: number): readonly Result[] => runs.get(seed) ?? [];

const nameOf = ({ scene, presets }: Result): string => `${scene}, ${presets.join(" and ")}`;

describe("two simulated days", () => {
  it("are the same for the same seed, and others for another", async () => {
    expect(await simulate(chanceOf(1), comparedRelays)).toEqual(resultsOf(1));
    expect(resultsOf(2)).not.toEqual(resultsOf(1));
  });

  it("run each scene under each preset that limits it in its own way", () =>
    expect(resultsOf(1).map(nameOf)).toEqual([
      "c2c, published",
      "c2c, 2026",
      "group, published",
      "group, 2026",
      "channel, published and 2026",
      "dm, published and 2026",
    ]));

  it.each(seeds)("bring notices, speech and, to the naive relay, refusals (seed %i)", (seed) => {
    const results = resultsOf(seed);
    expect(Math.min(...results.map(({ notices }) => notices))).toBeGreaterThan(20);
    expect(Math.max(...results.map(({ speeches }) => speeches))).toBeGreaterThan(2);
    const scarce = results.filter(({ presets }) => presets.includes("published"));
    const refused = scarce.map(({ relays }) => relays.push?.refused.proactive ?? 0);
    expect(Math.min(...refused)).toBeGreaterThan(0);
  });

  it.each(seeds)("end every notice once, and the relay drops none (seed %i)", (seed) => {
    for (const result of resultsOf(seed))
      for (const [name, { ends, told, accepted }] of rowsOf(result.relays)) {
        const { told: each, summed, folded, counted, held, expired, dropped } = ends;
        expect(accepted).toBe(result.notices);
        expect(each + summed + folded + counted + held + expired + dropped).toBe(accepted);
        expect(told).toBeGreaterThanOrEqual(each + summed);
        expect(told).toBeLessThanOrEqual(each + summed + folded);
        if (relays[name].kind === "relay") expect(dropped).toBe(0);
      }
  });

  it.each(["push", "push-or-reply"] as const)("what QQ has shown tells no less than the naive %s", (naive) => {
    const toldBy = (figures: Figures | undefined) => figures?.told ?? Number.NaN;
    const less = seeds
      .flatMap(resultsOf)
      .filter(({ relays }) => !(toldBy(relays.proven ?? relays.default) >= toldBy(relays[naive])));
    expect(less.map(nameOf)).toEqual([]);
  });
});

describe("a few simulated days", () => {
  it.each([
    ["team", 3],
    ["silent", 4],
  ] as const)("keep every bound that is about them (%s)", async (shape, days) => {
    const verdicts = judge(await simulate({ seed: 1, days, shape }, judgedRelays), bounds);
    expect(verdicts.filter(({ judged }) => judged > 0).length).toBeGreaterThan(8);
    expect(printVerdicts(verdicts.filter(({ breaches }) => breaches.length > 0))).toBe("");
  });
});
