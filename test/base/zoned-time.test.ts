import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zonedTime } from "../../lib/base/zoned-time.ts";

/** Zones whose clocks changed at odd hours, by half an hour, or lie a quarter off; and those that have been left alone for long. */
const zones = [
  "Asia/Shanghai",
  "Asia/Hong_Kong",
  "Asia/Taipei",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Monrovia",
  "Pacific/Apia",
  "UTC",
] as const;

const order = ["year", "month", "day", "hour", "minute", "second"] as const;

describe("zonedTime", () => {
  it("shows what the system's calendar shows, also where clocks are put forward or back", () => {
    const at = fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), at, fc.integer({ min: 0, max: 7_200_000 }), (timeZone, first, later) => {
        for (const moment of [first, first + later, first]) {
          const shown = zonedTime(timeZone, moment);
          const text = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
          const expected = text.format(moment).split(/\D+/).map(Number);
          expect(order.map((unit) => shown[unit])).toEqual(expected);
        }
      }),
      { numRuns: 800 },
    );
  });

  it.for([
    ["1972-01-07T00:30:00Z", "Africa/Monrovia", [1972, 1, 6, 23, 45, 30]],
    ["2026-03-29T00:59:59Z", "Europe/Berlin", [2026, 3, 29, 1, 59, 59]],
    ["2026-03-29T01:00:00Z", "Europe/Berlin", [2026, 3, 29, 3, 0, 0]],
    ["2026-10-25T01:00:00Z", "Europe/Berlin", [2026, 10, 25, 2, 0, 0]],
    ["1900-12-31T15:54:16Z", "Asia/Shanghai", [1900, 12, 31, 23, 59, 59]],
    ["0001-01-01T00:00:00Z", "UTC", [1, 1, 1, 0, 0, 0]],
  ] as const)("%s in %s", ([at, timeZone, shown]) => {
    const time = zonedTime(timeZone, Date.parse(at));
    expect(order.map((unit) => time[unit])).toEqual(shown);
  });
});
