import { describe, expect, it } from "vitest";
import { tellAge, tellLeft, tellMoment } from "../../../../../local/console/browser/state/times.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe("how long ago", () => {
  it.for([
    [-5 * second, "现在", "now"],
    [0, "现在", "now"],
    [59 * second, "59秒前", "59 sec. ago"],
    [minute, "1分钟前", "1 min. ago"],
    [3 * hour + 59 * minute, "3小时前", "3 hr. ago"],
    [2 * day, "2天前", "2 days ago"],
  ] as const)("%d ms: %s, %s", ([ms, zh, en]) => {
    expect([tellAge(ms, "zh"), tellAge(ms, "en")]).toEqual([zh, en]);
  });
});

describe("how long still", () => {
  it.for([
    [-minute, "0:00", "0:00"],
    [1, "0:01", "0:01"],
    [4 * minute + 5 * second, "4:05", "4:05"],
    [hour - 1, "1 小时 0 分", "1 h 0 min"],
    [3 * hour + 12 * minute, "3 小时 12 分", "3 h 12 min"],
    [2 * day + 4 * hour, "2 天 4 小时", "2 d 4 h"],
  ] as const)("%d ms: %s, %s", ([ms, zh, en]) => {
    expect([tellLeft(ms, "zh"), tellLeft(ms, "en")]).toEqual([zh, en]);
  });
});

describe("a moment", () => {
  const now = Date.parse("2026-11-21T04:00:00Z");
  const inShanghai = { timeZone: "Asia/Shanghai" };
  it("is a time today, and has its day else", () => {
    expect(tellMoment(now + hour, now, "zh", inShanghai)).toBe("13:00");
    expect(tellMoment(Date.parse("2026-11-30T16:00:00Z"), now, "zh", inShanghai)).toBe("12月1日 00:00");
    expect(tellMoment(Date.parse("2026-11-30T16:00:00Z"), now, "en", inShanghai)).toBe("1 Dec, 00:00");
  });
  it("is today by the zone of who looks", () => {
    const late = Date.parse("2026-11-21T17:00:00Z");
    expect(tellMoment(late, now, "en", { timeZone: "UTC" })).toBe("17:00");
    expect(tellMoment(late, now, "en", inShanghai)).toBe("22 Nov, 01:00");
  });
  it("has seconds where they matter", () => {
    expect(tellMoment(now, now, "zh", { ...inShanghai, seconds: true })).toBe("12:00:00");
  });
});
