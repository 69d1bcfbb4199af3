import { defined } from "../base/defined.ts";
import { isObject } from "../base/is-object.ts";
import { linkRules } from "./link-rules.ts";
import { type PresetName, presets } from "../model/limits.ts";
import type { Said } from "../model/said.ts";
import { type SceneName, sceneNames } from "../model/scene.ts";
import { defaultSettings, type LimitsBasis, type LimitsSetting, type Settings } from "../model/settings.ts";
import { SettingsSchema } from "./settings-schema.ts";
import { sayFault, show, tellIssue } from "./tell-issue.ts";

/** Settings with the defaults for what is left out, or every fault in them, one sentence each with the fix. */
export function checkSettings(
  settings: unknown,
): { readonly settings: Settings } | { readonly faults: readonly Said[] } {
  const read = SettingsSchema.safeParse(isObject(settings) ? defined(settings) : (settings ?? {}), { error: sayFault });
  const faults = read.success
    ? [...unknownRules(read.data.limits ?? defaultSettings.limits), ...linkRules({ ...defaultSettings, ...read.data })]
    : read.error.issues.flatMap((issue) => tellIssue(issue));
  return faults.length > 0 || !read.success
    ? { faults: faults.map(({ zh, en }) => ({ zh: `设置：${zh}`, en: `settings: ${en}` })) }
    : { settings: { ...defaultSettings, ...read.data } };
}

/** Counts for rules that the preset does not have, which would silently limit nothing. */
function unknownRules(limits: LimitsSetting): readonly Said[] {
  if (typeof limits === "string") return [];
  const { preset = "auto", override = {} } = limits;
  return sceneNames.flatMap((scene) => {
    const counts = override[scene]?.proactive;
    const ids = idsOf(preset, scene);
    return typeof counts !== "object"
      ? []
      : Object.keys(counts)
          .filter((id) => !ids.includes(id))
          .map((id) => ({
            zh: `limits.override.${scene}.proactive 没有 ${show(id)} 这条规则；${preset} 里有 ${ids.join("、")}`,
            en: `limits.override.${scene}.proactive has no rule ${show(id)}; preset ${preset} has ${ids.join(", ")}`,
          }));
  });
}

/** The rules that may be in force in a scene. */
function idsOf(basis: LimitsBasis, scene: SceneName): readonly string[] {
  const names: readonly PresetName[] = basis === "auto" ? ["published", "2026"] : [basis];
  return [...new Set(names.flatMap((name) => presets[name][scene].proactive.map(({ id }) => id)))];
}
