import { describe, expect, it, test } from "vitest";
import { day } from "../../../lib/base/time.ts";
import type { Evidence } from "../../../lib/model/evidence.ts";
import { emptyQuota } from "../../../lib/model/quota.ts";
import type { SceneName } from "../../../lib/model/scene.ts";
import type { LimitsSetting } from "../../../lib/model/settings.ts";
import { limitsInForce } from "../../../lib/policy/quota/in-force.ts";
import { resolveLimits } from "../../../lib/policy/quota/resolve-limits.ts";
import { rulesAt } from "../../../lib/policy/quota/rules-at.ts";
import { noon } from "../../support/build.ts";

const december = Date.parse("2026-12-01T00:00:00+08:00");

type Given = { readonly evidence?: Evidence; readonly perDay?: number; readonly limits?: LimitsSetting };

const inForce = (scene: SceneName, { evidence = {}, perDay, limits = "auto" }: Given = {}) =>
  limitsInForce(scene, { limits, certified: false }, { evidence, guild: perDay === undefined ? {} : { perDay } }, noon);

const told = (scene: SceneName, given?: Given) =>
  inForce(scene, given).limits.proactive.map(({ id, max, tallied }) => `${id} ${tallied ? "-" : max}`);

const published = ["target-month 4"];
const wide = ["target-day 1000", "target-minute 20", "bot-second 5", "bot-minute 30", "target-month -"];

describe("which limits hold under auto", () => {
  const unknown = { preset: "published", why: "unknown" };
  const refused = { preset: "published", why: "refused", until: december };
  const shown = (since: number) => ({ preset: "2026", why: "shown", since });

  test.each<[string, Evidence, object, readonly string[]]>([
    ["nothing is known", {}, unknown, published],
    ["QQ took more", { provenSince: noon - 9 * day, provenAt: noon - day }, shown(noon - 9 * day), wide],
    ["QQ took more 30 days ago", { provenSince: 1, provenAt: noon - 30 * day }, unknown, published],
    ["QQ took more a moment less ago", { provenSince: 1, provenAt: noon - 30 * day + 1 }, shown(1), wide],
    ["QQ refused more", { refusedUntil: december }, refused, published],
    ["QQ refused more after it had taken it", { provenAt: noon - 1, refusedUntil: december }, refused, published],
    ["QQ refused more until now", { refusedUntil: noon }, unknown, published],
    ["one asks", { askedUntil: noon + 5, asks: 1 }, unknown, published],
  ])("where %s", (_, evidence, basis, limits) => {
    for (const scene of ["c2c", "group"] as const) expect(inForce(scene, { evidence }).basis).toEqual(basis);
    expect(told("c2c", { evidence })).toEqual(limits);
  });

  test.each<[string, Evidence, number | undefined]>([
    ["nothing is known", {}, noon],
    ["another asks", { askedUntil: noon + 5 }, noon + 5],
    ["another asked", { askedUntil: noon - 5 }, noon],
    ["QQ refused", { refusedUntil: december }, undefined],
    ["QQ took more", { provenAt: noon }, undefined],
  ])("when a push may ask, where %s", (_, evidence, from) => {
    expect(inForce("group", { evidence }).beyond?.from).toBe(from);
  });

  it("is the same in channels and DMs, where both texts say the same and nothing is asked", () => {
    for (const scene of ["channel", "dm"] as const)
      expect(inForce(scene)).toEqual({
        limits: resolveLimits({ limits: "published", certified: false })[scene],
        basis: { preset: "published", why: "alike" },
        quotaZone: "Asia/Shanghai",
      });
  });

  it.for(["published", "2026"] as const)("is %s exactly where that is set, whatever QQ has shown", (limits) => {
    const evidence = { provenAt: noon, repliesRefusedAt: noon };
    for (const given of [limits, { preset: limits }])
      expect(inForce("c2c", { evidence, perDay: 12, limits: given })).toEqual({
        limits: resolveLimits({ limits, certified: false }).c2c,
        basis: { preset: limits, why: "set" },
        quotaZone: "Asia/Shanghai",
      });
    expect(told("channel", { perDay: 12, limits })[0]).toBe("target-day 20");
  });
});

describe("the settings' own counts", () => {
  const override = (proactive: number | Record<string, number | null>) => ({ override: { group: { proactive } } });

  it("lie over whatever is in force", () => {
    const limits = override({ "target-month": 3, "target-day": 30, "bot-minute": null });
    expect(told("group", { limits })).toEqual(["target-month 3"]);
    expect(told("group", { limits, evidence: { provenAt: noon } })).toEqual([
      "target-day 30",
      "target-minute 20",
      "target-month -",
    ]);
  });

  it.for<[number | Record<string, number | null>, number, number, boolean]>([
    [4, 3, 4, true],
    [2, 2, 4, false],
    [10, 9, 10, true],
    [{ "target-month": null }, 100, 100, false],
    [0, 0, 4, false],
  ])(
    "of %j are what a push has to go beyond to ask, and fewer than QQ's own are not gone beyond",
    ([max, room, full, asks]) => {
      const asked = (used: number) =>
        rulesAt(
          inForce("group", { limits: override(max) }),
          { ...emptyQuota, used: { "target-month@2026-11": used } },
          noon,
        ).asks;
      expect(asked(room)).toBeUndefined();
      expect(asked(full)).toBe(asks || undefined);
    },
  );
});

describe("a target's rules", () => {
  const full = { ...emptyQuota, used: { "target-month@2026-11": 4 } };

  it("let its next push ask where its own count is used up", () => {
    const rules = rulesAt(inForce("group"), full, noon);
    expect(rules.asks).toBe(true);
    expect(rules.limits.proactive.map(({ id }) => id)).toContain("bot-minute");
  });

  it("are those in force where it is not, also where QQ closed it", () => {
    const closed = { "target-month": december };
    for (const quota of [emptyQuota, { ...emptyQuota, used: { "target-month@2026-11": 3 }, closed }]) {
      const { limits, asks, asksFrom } = rulesAt(inForce("group"), quota, noon);
      expect([limits, asks, asksFrom]).toEqual([inForce("group").limits, undefined, undefined]);
    }
  });

  it("say from when it may while another asks", () => {
    const { limits, asks, asksFrom } = rulesAt(inForce("group", { evidence: { askedUntil: noon + 9 } }), full, noon);
    expect([limits.proactive.length, asks, asksFrom]).toEqual([1, undefined, noon + 9]);
  });
});

describe("replies", () => {
  const times = (given: Given) => inForce("c2c", given).limits.reply.times;

  it("are five until the fifth is refused, then four, and are asked for again after thirty days", () => {
    expect(times({})).toBe(5);
    expect(times({ evidence: { provenAt: noon } })).toBe(5);
    expect(times({ evidence: { repliesRefusedAt: noon - 30 * day + 1 } })).toBe(4);
    expect(times({ evidence: { repliesRefusedAt: noon - 30 * day } })).toBe(5);
  });

  it("are what the settings say", () => {
    const limits = { override: { c2c: { reply: { times: 2 } } } };
    expect(times({ limits, evidence: { repliesRefusedAt: noon } })).toBe(2);
  });
});

describe("a guild's own count", () => {
  it("stands in the place of the preset's, and below the settings'", () => {
    expect(told("channel", { perDay: 12 })).toEqual(["target-day 12", "guild-channels-day 2"]);
    const limits = { override: { channel: { proactive: 7 } } };
    expect(told("channel", { perDay: 12, limits })[0]).toBe("target-day 7");
    expect(told("dm", { perDay: 12 })).toEqual(["target-day 2", "bot-day 200"]);
  });
});
