import { describe, expect, it } from "vitest";
import type { Act } from "../../../lib/model/act.ts";
import { join } from "../../../lib/policy/plan/join.ts";
import { rememberActs, toldOf } from "../../../lib/policy/plan/told-acts.ts";
import { delivery, noon, notice } from "../../support/build.ts";

const part = (act: Act | undefined, key?: string, route = "ci") =>
  delivery({ route, notice: notice({ ...(act && { act }), ...(key !== undefined && { key }) }) });

const merge = part({ keys: ["m", "branch"], rank: 3, keep: 1_000 });
const push = { keys: ["m"], rank: 2, after: 3 };

describe("after an act was told", () => {
  const acts = rememberActs([merge], {}, noon);

  it.each<[string, number | undefined, Parameters<typeof part>, number?]>([
    ["what says less is silent", 3, [push]],
    ["what always says something is not", undefined, [{ keys: ["m"], rank: 4 }]],
    ["another of its kind is not", undefined, [{ keys: ["m"], rank: 3, after: 3 }]],
    ["what says more is not", undefined, [{ keys: ["m"], rank: 2, after: 4 }]],
    ["another act's is not", undefined, [{ ...push, keys: ["n"] }]],
    ["another route's is not", undefined, [push, undefined, "other"]],
    ["what comes too late is not", undefined, [push], 1_000],
  ])("%s", (_, rank, given, later = 0) => {
    expect(toldOf(part(...given), acts, noon + later)).toBe(rank);
  });

  it("one that is silent makes those silent that know the act by it alone", () => {
    const check = part({ keys: ["m", "suite"], rank: 2, after: 3, keep: 1_000 });
    const suite = part({ keys: ["suite"], rank: 1, after: 2 });
    const joined = join([check], acts, noon);
    expect(joined.told).toEqual([check]);
    expect(toldOf(suite, joined.acts, noon)).toBe(3);
    expect(toldOf(suite, acts, noon)).toBeUndefined();
  });

  it("what is told of a branch that had ended makes it live again", () => {
    const end = part({ keys: ["branch"], rank: 1, after: 3 });
    expect(toldOf(end, acts, noon)).toBe(3);
    expect(toldOf(end, rememberActs([part(undefined, "branch")], acts, noon), noon)).toBeUndefined();
    expect(rememberActs([part(undefined, "other")], acts, noon)).toBeUndefined();
  });
});

it("a target remembers few acts, those that matter longest, in little room", () => {
  const many = Array.from({ length: 100 }, (_, at) => part({ keys: [`k${at}`], rank: 1, keep: 1_000 + at }));
  const acts = rememberActs(many, { old: noon }, noon) ?? {};
  expect(Object.keys(acts)).toHaveLength(20);
  expect(JSON.stringify(acts).length).toBeLessThan(600);
  expect(Math.min(...Object.values(acts))).toBe(noon + 1_080);
});
