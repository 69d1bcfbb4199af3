import * as z from "zod";
import { presets, type Limits, type Rule, type SceneLimits } from "./limits.ts";
import { sceneNames } from "./scene.ts";

const Count = z.int().min(0).nullable();

const Override = z.strictObject({
  proactive: z.union([Count, z.record(z.string(), Count)]).optional(),
  reply: z.strictObject({ minutes: z.number().positive().optional(), times: Count.optional() }).optional(),
});

const Parts = z.strictObject({
  preset: z.enum(["published", "2026"]).default("published"),
  override: z.partialRecord(z.enum(sceneNames), Override).default({}),
});

/** A preset's name, or a preset with overrides; the form that the relay's own settings have. */
export const LimitsSetting = z
  .preprocess((value) => (typeof value === "string" ? { preset: value } : value), Parts)
  .superRefine((setting, context) => {
    for (const scene of sceneNames) {
      const counts = setting.override[scene]?.proactive;
      const known = presets[setting.preset][scene].rules.map((rule) => rule.id);
      for (const id of typeof counts === "object" && counts !== null ? Object.keys(counts) : []) {
        if (!known.includes(id))
          context.addIssue({
            code: "custom",
            path: ["override", scene, "proactive", id],
            message: `no such rule; there are ${known.join(", ")}`,
          });
      }
    }
  });

export type LimitsSetting = z.infer<typeof LimitsSetting>;

/** The limits in force. A bare count is the scene's first rule, `null` a rule that never limits. */
export function resolveLimits(setting: LimitsSetting): Limits {
  const preset = presets[setting.preset];
  const resolve = (scene: keyof Limits): SceneLimits => {
    const { rules, reply, ...rest } = preset[scene];
    const { proactive, reply: changed } = setting.override[scene] ?? {};
    const counts =
      typeof proactive === "object" && proactive !== null ? proactive : { [rules[0]?.id ?? ""]: proactive };
    const override = (rule: Rule): Rule => {
      const max = counts[rule.id];
      return max === undefined ? rule : { ...rule, max };
    };
    return {
      ...rest,
      rules: rules.map(override),
      reply: {
        minutes: changed?.minutes ?? reply.minutes,
        times: changed?.times === undefined ? reply.times : changed.times,
      },
    };
  };
  return { c2c: resolve("c2c"), group: resolve("group"), channel: resolve("channel"), dm: resolve("dm") };
}
