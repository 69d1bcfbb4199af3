import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zonedTime } from "../../../lib/base/zoned-time.ts";
import { readTimeOfDay } from "../../../lib/model/time-of-day.ts";
import { nextTimeOfDay, periodEnd, periodKey } from "../../../lib/policy/quota/period.ts";

/** Zones whose clocks were put forward at midnight, so that a day began at one. */
const midnightZones = ["Africa/Cairo", "Asia/Beirut", "America/Santiago", "America/Havana", "Asia/Gaza"];

/** Minutes after midnight that a zone's clocks show. */
const minutesShown = (timeZone: string, time: number) => {
  const { hour, minute } = zonedTime(timeZone, time);
  return hour * 60 + minute;
};

const at = (text: string) => Date.parse(text);
const iso = (time: number) => new Date(time).toISOString();

describe("calendar periods", () => {
  it.each([
    ["month", "Asia/Shanghai", "2026-11-30T23:59:59+08:00", "2026-11", "2026-11-30T16:00:00.000Z"],
    ["month", "Asia/Shanghai", "2026-12-01T00:00:00+08:00", "2026-12", "2026-12-31T16:00:00.000Z"],
    ["day", "Asia/Shanghai", "2026-11-21T23:59:59.999+08:00", "2026-11-21", "2026-11-21T16:00:00.000Z"],
    ["day", "Asia/Shanghai", "2026-12-31T12:00:00+08:00", "2026-12-31", "2026-12-31T16:00:00.000Z"],
    ["day", "UTC", "2026-11-21T23:59:59Z", "2026-11-21", "2026-11-22T00:00:00.000Z"],
    ["day", "Europe/Berlin", "2026-03-29T00:30:00Z", "2026-03-29", "2026-03-29T22:00:00.000Z"],
    ["day", "America/New_York", "2026-11-01T05:30:00Z", "2026-11-01", "2026-11-02T05:00:00.000Z"],
    ["day", "Asia/Kathmandu", "2026-11-21T18:14:59Z", "2026-11-21", "2026-11-21T18:15:00.000Z"],
  ] as const)("%s in %s at %s", (every, zone, now, key, end) => {
    expect(periodKey(every, zone, at(now))).toBe(key);
    expect(iso(periodEnd(every, zone, at(now)))).toBe(end);
  });

  it.each([
    ["2026-11-21T03:00:00+08:00", "2026-11-21T09:00:00+08:00"],
    ["2026-11-21T09:00:00+08:00", "2026-11-22T09:00:00+08:00"],
    ["2026-11-21T23:00:00+08:00", "2026-11-22T09:00:00+08:00"],
  ])("waits from %s for the morning %s", (now, morning) => {
    expect(nextTimeOfDay(9 * 3_600_000, "Asia/Shanghai", at(now))).toBe(at(morning));
  });

  it.each([
    ["on the eve of summer time", "02:30", "2027-03-27T12:00:00+01:00", "2027-03-28T03:00:00+02:00"],
    ["past a time that clocks leave out", "02:30", "2027-03-28T03:00:00+02:00", "2027-03-29T02:30:00+02:00"],
    ["in the night of summer time", "09:00", "2027-03-28T00:30:00+01:00", "2027-03-28T09:00:00+02:00"],
    ["in the night after summer time began", "09:00", "2027-03-29T00:30:00+02:00", "2027-03-29T09:00:00+02:00"],
    ["for a time that clocks show twice", "02:30", "2027-10-31T00:30:00+02:00", "2027-10-31T02:30:00+02:00"],
    ["between the two", "02:30", "2027-10-31T02:45:00+02:00", "2027-11-01T02:30:00+01:00"],
    ["past both", "02:30", "2027-10-31T12:00:00+01:00", "2027-11-01T02:30:00+01:00"],
    ["on the long day", "09:00", "2027-10-31T00:30:00+02:00", "2027-10-31T09:00:00+01:00"],
    ["late on the long day", "23:45", "2027-10-31T23:30:00+01:00", "2027-10-31T23:45:00+01:00"],
  ])("finds a time of day in Berlin %s", (_, time, now, next) => {
    expect(iso(nextTimeOfDay(readTimeOfDay(time) ?? 0, "Europe/Berlin", at(now)))).toBe(iso(at(next)));
  });

  it("comes to a time of day once on each day of the calendar, in every zone", () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const moment = fc.integer({ min: at("2015-01-01T00:00:00Z"), max: at("2030-01-01T00:00:00Z") });
    fc.assert(
      fc.property(zone, moment, fc.nat(24 * 60 - 1), (timeZone, now, minutes) => {
        const timeOfDay = minutes * 60_000;
        const next = nextTimeOfDay(timeOfDay, timeZone, now);
        expect(next).toBeGreaterThan(now);
        const [shown, before] = [minutesShown(timeZone, next), minutesShown(timeZone, next - 1)];
        const isLeftOut = shown > minutes && (before < minutes || before > shown);
        expect(shown === minutes || isLeftOut).toBe(true);
        const after = nextTimeOfDay(timeOfDay, timeZone, next);
        expect(periodKey("day", timeZone, after)).not.toBe(periodKey("day", timeZone, next));
        expect(after - next).toBeLessThanOrEqual(26 * 3_600_000);
      }),
      { numRuns: 2_000 },
    );
  });

  it("ends each period where the next one begins", () => {
    for (const zone of ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", ...midnightZones]) {
      let now = at("2026-01-01T00:00:00Z");
      for (let days = 0; days < 366; days += 1) {
        const end = periodEnd("day", zone, now);
        expect(end).toBeGreaterThan(now);
        expect(periodKey("day", zone, end - 1)).toBe(periodKey("day", zone, now));
        expect(periodKey("day", zone, end)).not.toBe(periodKey("day", zone, now));
        now = end;
      }
    }
  });
});
