import { expect, it } from "vitest";
import { day, hour, minute } from "../../../lib/base/time.ts";
import { presets } from "../../../lib/model/limits.ts";
import { refusedUntil } from "../../../lib/policy/quota/refused-until.ts";
import { noon } from "../../support/build.ts";

const zone = "Asia/Shanghai";
const monthly = presets.published.group.proactive;
const daily = presets.published.channel.proactive;
const untilMidnight = 12 * hour;

it.each([
  ["quota", [hour, 6 * hour, day, day]],
  ["pace", [minute, minute, minute, hour, 6 * hour, day, day]],
] as const)("rests longer after each refusal for %s in a row", (excess, waits) => {
  const told = waits.map((_, at) => refusedUntil({ excess, times: at + 1 }, monthly, zone, noon) - noon);
  expect(told).toEqual(waits);
});

it("rests no longer than the period of the rules", () => {
  expect(refusedUntil({ excess: "quota", times: 3 }, daily, zone, noon) - noon).toBe(untilMidnight);
  const lastHour = Date.parse("2026-11-30T23:50:00+08:00");
  expect(refusedUntil({ excess: "quota", times: 1 }, monthly, zone, lastHour) - lastHour).toBe(10 * minute);
});

it("rests where nothing is counted by day or month", () => {
  expect(refusedUntil({ excess: "quota", times: 1 }, [], zone, noon) - noon).toBe(hour);
});
