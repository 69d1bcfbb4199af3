import type { Limits, Rule } from "../model/limits.ts";
import type { Routes } from "../model/route.ts";
import type { Said } from "../model/said.ts";
import type { SceneName } from "../model/scene.ts";
import { ofRoute } from "./of-route.ts";

/** A route cannot keep more pushes for critical notices than its conversations get: all others would never be pushed. */
export const reserveRules = (routes: Routes, limits: Limits): readonly Said[] =>
  Object.entries(routes).flatMap(([id, { scene, policy }]) => {
    const quota = quotaOf(scene, limits);
    const reserve = policy?.reserve ?? 0;
    return quota === undefined || reserve <= quota.max ? [] : [ofRoute(id, tell(reserve, quota))];
  });

/** The smallest count of pushes that a conversation gets in a day or month; undefined where nothing limits them. */
function quotaOf(scene: SceneName, limits: Limits): Rule | undefined {
  const own = limits[scene].proactive.filter(
    ({ per, every }) => per === "target" && (every === "day" || every === "month"),
  );
  return own.toSorted((a, b) => a.max - b.max)[0];
}

const tell = (reserve: number, { max, every }: Rule): Said => {
  const [zh, en] = every === "month" ? ["每月", "a month"] : ["每天", "a day"];
  return {
    zh: `policy.reserve 是 ${reserve}，而${zh}一共只能主动发 ${max} 条；不能多于 ${max}，要都留给严重告警就写 proactive: "critical"`,
    en: `policy.reserve is ${reserve}, but there ${max === 1 ? "is only 1 push" : `are only ${max} pushes`} ${en}; make it ${max} at most, or say proactive: "critical" to keep them all`,
  };
};
