import { describe, expect, it } from "vitest";
import { nextTimeOfDay, periodEnd, periodKey } from "../../../lib/policy/quota/period.ts";

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

  it("ends each period where the next one begins", () => {
    for (const zone of ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"]) {
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
