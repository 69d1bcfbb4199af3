import { type Limits, type PresetName, presets, quotaZones, type Rule, type SceneLimits } from "../../model/limits.ts";
import { sceneNames } from "../../model/scene.ts";
import type { LimitsOverride, Settings } from "../../model/settings.ts";

/** Which of QQ's texts on limits the settings go by. */
export const presetOf = ({ limits }: Pick<Settings, "limits">): PresetName =>
  typeof limits === "string" ? limits : (limits.preset ?? "published");

/** IANA zone of QQ's days and months, whatever zone the relay's people live in. */
export const quotaZoneOf = (settings: Pick<Settings, "limits">): string => quotaZones[presetOf(settings)];

/** The limits in force: the preset's, with the settings' overrides and the rules of the bot's own certification. */
export function resolveLimits(settings: Pick<Settings, "limits" | "certified">): Limits {
  const { limits } = settings;
  const preset = presets[presetOf(settings)];
  const override = typeof limits === "string" ? {} : (limits.override ?? {});
  const entries = sceneNames.map((scene) => {
    const known: SceneLimits = preset[scene];
    const proactive = known.proactive.filter(
      (rule) => rule.certified === undefined || rule.certified === settings.certified,
    );
    return [scene, overrideScene({ ...known, proactive }, override[scene] ?? {})];
  });
  return Object.fromEntries(entries);
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
