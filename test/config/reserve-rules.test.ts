import { expect, test } from "vitest";
import { reserveRules } from "../../lib/config/reserve-rules.ts";
import type { SceneName } from "../../lib/model/scene.ts";
import type { LimitsSetting } from "../../lib/model/settings.ts";
import { resolveLimits } from "../../lib/policy/quota/resolve-limits.ts";

const faults = (scene: SceneName, reserve: number, limits: LimitsSetting = "published") => {
  const route = { scene, source: "generic", open: true, to: ["A"], policy: { reserve } } as const;
  return reserveRules({ ci: route }, resolveLimits({ limits, certified: false }));
};

test.each<[SceneName, number, LimitsSetting, string | undefined]>([
  ["group", 4, "published", undefined],
  ["group", 5, "published", "only 4 pushes a month; make it 4 at most"],
  ["c2c", 5, "2026", undefined],
  ["channel", 21, "published", "only 20 pushes a day"],
  ["dm", 3, "2026", "only 2 pushes a day"],
  ["group", 2, { override: { group: { proactive: 1 } } }, "there is only 1 push a month"],
  ["group", 9, { override: { group: { proactive: { "target-month": null } } } }, undefined],
])("%s: a reserve of %d under %j: %s", (scene, reserve, limits, told) => {
  const [fault] = faults(scene, reserve, limits);
  if (told === undefined) expect(fault).toBeUndefined();
  else expect(fault?.en).toContain(told);
});

test("it is told in both languages", () => {
  expect(faults("group", 5)).toEqual([
    {
      zh: '路由 "ci"：policy.reserve 是 5，而每月一共只能主动发 4 条；不能多于 4，要都留给严重告警就写 proactive: "critical"',
      en: 'route "ci": policy.reserve is 5, but there are only 4 pushes a month; make it 4 at most, or say proactive: "critical" to keep them all',
    },
  ]);
});
