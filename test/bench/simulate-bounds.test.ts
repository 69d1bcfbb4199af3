import { describe, expect, it } from "vitest";
import { bounds } from "../../bench/simulate/bounds/bounds.ts";
import type { Bound } from "../../bench/simulate/bounds/bound.ts";
import { isKept, judge } from "../../bench/simulate/bounds/judge.ts";
import { markdownVerdicts, printVerdicts } from "../../bench/simulate/bounds/print-verdicts.ts";
import { type Figures, measure } from "../../bench/simulate/figures.ts";
import type { RelayName } from "../../bench/simulate/relays.ts";
import { shapeNames } from "../../bench/simulate/shapes.ts";
import type { Result } from "../../bench/simulate/simulate.ts";

const hour = 3_600_000;

const nothing = measure({ outcomes: [], messages: [], refused: [] }, 0, { from: 0, until: 30 * 24 * hour });

/** Figures of a month in which all went well, with some of them changed. */
const figures = (change: Partial<Figures> = {}): Figures => ({
  ...nothing,
  accepted: 100,
  told: 90,
  medianDelay: 20 * 60_000,
  critical: { accepted: 8, late: 2, never: 0 },
  spread: { longestSilence: 20 * hour, firstHalf: 2, secondHalf: 2, firstHalfPlain: 1 },
  ...change,
});

const critical = (late: number, never = 0, accepted = 8) => ({ critical: { accepted, late, never } });

const result = (relays: Result["relays"], change: Partial<Result> = {}): Result => ({
  seed: 1,
  days: 30,
  shape: "team",
  scene: "c2c",
  presets: ["published"],
  notices: 100,
  speeches: 9,
  relays,
  ...change,
});

const well: Record<RelayName, Figures> = {
  push: figures(),
  "push-or-reply": figures(),
  default: figures(),
  proven: figures(),
  always: figures(),
  before: figures(),
  digest: figures(),
  critical: figures(),
};

/** Every place that bounds are about, and all went well there. */
const everywhere: readonly Result[] = shapeNames.flatMap((shape) =>
  (
    [
      { shape, scene: "c2c", presets: ["published"] },
      { shape, scene: "c2c", presets: ["2026"] },
      { shape, scene: "group", presets: ["published"] },
      { shape, scene: "group", presets: ["2026"] },
      { shape, scene: "channel", presets: ["published", "2026"] },
      { shape, scene: "dm", presets: ["published", "2026"] },
    ] as const
  ).map((at) => result(well, at)),
);

const brokenBy = (results: readonly Result[]): readonly string[] =>
  judge(results, bounds).flatMap((verdict) => (verdict.breaches.length > 0 ? [verdict.bound.en] : []));

describe("the bounds of a month", () => {
  it("hold where all goes well, and each of them is held against something", () => {
    const verdicts = judge(everywhere, bounds);
    expect(verdicts.filter((verdict) => !isKept(verdict)).map(({ bound }) => bound.en)).toEqual([]);
  });

  it("that nothing was held against is not kept", () => {
    const [verdict] = judge([], bounds.slice(0, 1));
    expect(verdict && isKept(verdict)).toBe(false);
  });

  const cases: readonly [string, Partial<Record<RelayName, Partial<Figures>>>, Partial<Result>, readonly string[]][] = [
    ["one critical more late is let pass", { default: critical(3) }, {}, []],
    ["two more late", { default: critical(4) }, {}, ["by the month, criticals late"]],
    ["a critical never told", { default: critical(2, 1) }, {}, ["by the month, criticals never told"]],
    ["less told", { default: { told: 89 } }, {}, ["told: no less"]],
    ["two refusals", { default: { refused: { proactive: 1, reply: 1 } } }, {}, ["refused by QQ under the defaults"]],
    ["one refusal is let pass", { default: { refused: { proactive: 1, reply: 0 } } }, {}, []],
    ["two in two months too", { default: { refused: { proactive: 2, reply: 0 } } }, { days: 60 }, []],
    [
      "a refusal of an exact preset",
      { always: { refused: { proactive: 0, reply: 1 } } },
      {},
      ["refused by QQ under the very"],
    ],
    [
      "a channel's criticals and its median",
      { default: { ...critical(3, 1), medianDelay: 31 * 60_000 } },
      { scene: "channel", presets: ["published", "2026"] },
      ["channel, criticals late", "channel, median delay"],
    ],
    ["a DM's, two of eight more", { default: critical(4) }, { scene: "dm", presets: ["published", "2026"] }, []],
    [
      "a DM's, three of eight more",
      { default: critical(4, 1) },
      { scene: "dm", presets: ["published", "2026"] },
      ["DM, criticals"],
    ],
    ["a DM's, three of nine more", { default: critical(5, 0, 9) }, { scene: "dm", presets: ["published", "2026"] }, []],
    ["any figure of ample limits", { proven: { atNight: 1 } }, { presets: ["2026"] }, ["ample limits"]],
    [
      "learning that costs something",
      { default: { told: 80, ...critical(3) } },
      { presets: ["2026"] },
      ["where QQ allows more", "there, criticals late"],
    ],
    [
      "silence with all pushes gone on chatter",
      {
        default: {
          ...critical(2, 3),
          spread: { longestSilence: hour, firstHalf: 4, secondHalf: 0, firstHalfPlain: 4 },
        },
      },
      { shape: "silent" },
      ["nobody speaks, by the month, criticals", "nobody speaks, by the month, pushes of the first"],
    ],
    [
      "silence that keeps pushes for nothing",
      { default: { spread: { longestSilence: hour, firstHalf: 2, secondHalf: 1, firstHalfPlain: 2 } } },
      { shape: "silent" },
      ["nobody speaks, by the month, pushes of the second"],
    ],
    [
      "a channel's median in a storm",
      { default: { medianDelay: 61 * 60_000 } },
      { shape: "storm", scene: "channel", presets: ["published", "2026"] },
      ["channel in an alert storm"],
    ],
    [
      "a channel's day without a word",
      { default: { ...critical(0), spread: { ...figures().spread, longestSilence: 25 * hour } } },
      { shape: "silent", scene: "channel", presets: ["published", "2026"] },
      ["nobody speaks, by the day"],
    ],
  ];

  it.each(cases)("%s", (_, changes, where, broken) => {
    const changed = Object.entries(changes).map(([name, change]) => [name, figures(change)]);
    const found = brokenBy([result({ ...well, ...Object.fromEntries(changed) }, where)]);
    expect(found).toHaveLength(broken.length);
    for (const [at, begin] of broken.entries()) expect(found[at]?.startsWith(begin)).toBe(true);
  });

  it("are printed with what breaks them, times as times", () => {
    const late: Bound = {
      en: "delay",
      zh: "延迟",
      relay: "default",
      scenes: ["c2c"],
      shapes: ["team"],
      unit: "time",
      figure: ({ own }) => own.medianDelay ?? 0,
      atMost: () => 10 * 60_000,
    };
    const verdicts = judge([result(well), result({ ...well, default: figures({ medianDelay: 1_000 }) })], [late]);
    expect(printVerdicts(verdicts)).toBe(
      "FAIL  delay (1 of 2)\n        team, c2c, seed 1: 20 min, and at most 10 min\n",
    );
    expect(markdownVerdicts(verdicts)).toContain("| 延迟 / delay | 1 / 2 |");
  });
});
