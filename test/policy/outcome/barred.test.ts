import { expect, it } from "vitest";
import { day, hour } from "../../../lib/base/time.ts";
import type { TargetState } from "../../../lib/model/standing.ts";
import { barredUntil, deny, lose } from "../../../lib/policy/outcome/barred.ts";
import { noon } from "../../support/build.ts";

it.each([
  [{}, 1, hour],
  [{ deniedTimes: 1, deniedUntil: noon }, 2, 6 * hour],
  [{ deniedTimes: 2, deniedUntil: noon }, 3, day],
  [{ deniedTimes: 9, deniedUntil: noon }, 10, day],
])("believes a denial longer each time: %o", (state, times, wait) => {
  expect(deny(state, noon)).toEqual({ deniedTimes: times, deniedUntil: noon + wait });
});

it("does not count what is refused while a denial is believed already", () => {
  expect(deny({ deniedTimes: 1, deniedUntil: noon + 1 }, noon)).toEqual({});
});

it.each<[string, TargetState, number, number]>([
  ["a target with an id of QQ's", {}, 1, hour],
  ["a session that was opened before", { address: "S1" }, 0, 0],
  ["a session just opened anew", { address: "S2", goneTimes: 0, goneUntil: noon }, 1, hour],
  ["one that could not be opened", { goneTimes: 2, goneUntil: noon }, 3, day],
])("forgets the address of what is gone, and asks again later: %s", (_, state, times, wait) => {
  expect(lose(state, noon)).toEqual({ address: null, goneTimes: times, goneUntil: noon + wait });
});

it.each<[TargetState, number]>([
  [{}, 0],
  [{ deniedUntil: noon, goneUntil: noon + 1 }, noon + 1],
  [{ proactive: "denied", deniedUntil: noon }, Infinity],
  [{ gone: true }, Infinity],
])("%o bars pushes until %i", (state, until) => {
  expect(barredUntil(state)).toBe(until);
});
