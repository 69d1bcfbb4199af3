import { expect, test } from "vitest";
import { tellMoment } from "../../../lib/render/words/moment.ts";

const now = Date.parse("2026-12-31T15:30:00Z");

test.each([
  ["2026-12-31T15:59:59Z", "Asia/Shanghai", "今天 23:59", "23:59 today"],
  ["2026-12-31T16:00:00Z", "Asia/Shanghai", "明天 00:00", "00:00 tomorrow"],
  ["2027-01-01T16:00:00Z", "Asia/Shanghai", "2027年1月2日 00:00", "00:00 on Jan 2, 2027"],
  ["2027-01-01T16:00:00Z", "Asia/Tokyo", "明天 01:00", "01:00 tomorrow"],
  ["2026-12-31T23:05:00Z", "UTC", "今天 23:05", "23:05 today"],
])("%s in %s is %s, %s", (at, zone, zh, en) => {
  expect(tellMoment(Date.parse(at), "zh", zone, now)).toBe(zh);
  expect(tellMoment(Date.parse(at), "en", zone, now)).toBe(en);
});

test("a day of the same year goes without the year", () => {
  const noon = Date.parse("2026-11-21T12:00:00+08:00");
  const at = Date.parse("2026-12-01T00:00:00+08:00");
  expect(tellMoment(at, "zh", "Asia/Shanghai", noon)).toBe("12月1日 00:00");
  expect(tellMoment(at, "en", "Asia/Shanghai", noon)).toBe("00:00 on Dec 1");
});
