import { type Limits, type PresetName, presets, quotaZones, type Rule, type SceneLimits } from "../../model/limits.ts";
import { type SceneName, sceneNames } from "../../model/scene.ts";
import type { LimitsBasis, LimitsOverride, Settings } from "../../model/settings.ts";

const basisOf = ({ limits }: Pick<Settings, "limits">): LimitsBasis =>
  typeof limits === "string" ? limits : (limits.preset ?? "auto");

/** Whether QQ is to show which of its texts holds. */
export const isAuto = (settings: Pick<Settings, "limits">): boolean => basisOf(settings) === "auto";

/** Which of QQ's texts on limits the settings go by, or begin with. */
export const presetOf = (settings: Pick<Settings, "limits">): PresetName => {
  const basis = basisOf(settings);
  return basis === "auto" ? "published" : basis;
};

/** IANA zone of QQ's days and months, whatever zone the relay's people live in. */
export const quotaZoneOf = (settings: Pick<Settings, "limits">): string => quotaZones[presetOf(settings)];

/** What of the settings is about limits. */
export type LimitSettings = Pick<Settings, "limits" | "certified">;

/** The limits that the settings begin with: a preset's, with the settings' overrides and the rules of the bot's own certification. */
export function resolveLimits(settings: LimitSettings, preset: PresetName = presetOf(settings)): Limits {
  const entries = sceneNames.map((scene) => [scene, resolveScene(scene, presets[preset][scene], settings)]);
  return Object.fromEntries(entries);
}

/** One scene's limits, as known, with what the settings change of them. */
export function resolveScene(scene: SceneName, known: SceneLimits, { limits, certified }: LimitSettings): SceneLimits {
  const override = typeof limits === "string" ? {} : (limits.override?.[scene] ?? {});
  const proactive = known.proactive.filter((rule) => rule.certified === undefined || rule.certified === certified);
  return overrideScene({ ...known, proactive }, override);
}

/** Every rule that may count a scene's pushes under the settings, each once. */
export function everyRule(scene: SceneName, settings: LimitSettings): readonly Rule[] {
  const names: readonly PresetName[] = isAuto(settings) ? ["published", "2026"] : [presetOf(settings)];
  const rules = names.flatMap((name) => resolveScene(scene, presets[name][scene], settings).proactive);
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}

function overrideScene(known: SceneLimits, override: LimitsOverride): SceneLimits {
  return {
    ...known,
    proactive: overrideRules(known.proactive, override.proactive),
    reply: { ...known.reply, ...override.reply },
  };
}

/** A bare number is the bound of a scene's first rule. */
const ofFirst = ([first]: readonly Rule[], max: number): Readonly<Record<string, number>> =>
  first ? { [first.id]: max } : {};

function overrideRules(rules: readonly Rule[], change: LimitsOverride["proactive"]): readonly Rule[] {
  if (change === undefined) return rules;
  const byId = typeof change === "number" ? ofFirst(rules, change) : change;
  return rules.flatMap((rule) => {
    const max = byId[rule.id];
    return max === null ? [] : [{ ...rule, max: max ?? rule.max }];
  });
}
