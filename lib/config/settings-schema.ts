import * as z from "zod";
import { languages } from "../model/language.ts";
import { type PresetName, presets, type SceneLimits } from "../model/limits.ts";
import { redirectHost } from "../model/redirect.ts";
import type { SceneName } from "../model/scene.ts";
import {
  eventsWays,
  linkPolicies,
  type LimitsBasis,
  type LimitsOverride,
  type LimitsSetting,
  type Settings,
} from "../model/settings.ts";
import type { ShapeOf } from "./shape-of.ts";
import { strict } from "./strict.ts";
import { say, show } from "./tell-issue.ts";

const bases: readonly LimitsBasis[] = [...(Object.keys(presets) as PresetName[]), "auto"];

const Basis = z.enum(bases);

const Count = z.int().min(0, say("要 0 或更大", "must be 0 or more"));

const SceneOverride = strict({
  proactive: z
    .union([Count, z.record(z.string(), Count.nullable())], {
      error: say(
        "要写成 0 或更大的整数，或按规则写的对象",
        "must be a whole number of 0 or more, or an object of such numbers by rule",
      ),
    })
    .exactOptional(),
  reply: strict({
    minutes: z.number().positive(say("要大于 0", "must be more than 0")).exactOptional(),
    times: Count.nullable().exactOptional(),
  } satisfies ShapeOf<SceneLimits["reply"]>).exactOptional(),
} satisfies ShapeOf<LimitsOverride>).exactOptional();

const Limits = z.union(
  [
    Basis,
    strict({
      preset: Basis.exactOptional(),
      override: strict({
        c2c: SceneOverride,
        group: SceneOverride,
        channel: SceneOverride,
        dm: SceneOverride,
      } satisfies ShapeOf<Record<SceneName, LimitsOverride>>).exactOptional(),
    } satisfies ShapeOf<Exclude<LimitsSetting, string>>),
  ],
  {
    error: ({ input }) =>
      say(
        `${show(input)} 不是 ${bases.join("、")} 之一，也不是 { preset, override }`,
        `${show(input)} is none of ${bases.join(", ")}, nor { preset, override }`,
      ),
  },
);

const Domain = z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i, {
  error: ({ input }) =>
    say(`${show(input)} 不是域名；例如 "example.cn"`, `${show(input)} is not a domain; write for example "example.cn"`),
});

/** What a settings file may say; everything may be left out. */
export const SettingsSchema = strict({
  limits: Limits.exactOptional(),
  certified: z.boolean().exactOptional(),
  wakeup: z.boolean().exactOptional(),
  language: z.enum(languages).exactOptional(),
  timeZone: z
    .string()
    .refine(isTimeZone, {
      error: ({ input }) =>
        say(
          `${show(input)} 不是时区；例如 "Asia/Shanghai"`,
          `${show(input)} is not a time zone; write for example "Asia/Shanghai"`,
        ),
    })
    .exactOptional(),
  links: z.enum(linkPolicies).exactOptional(),
  domains: z.array(Domain).exactOptional(),
  redirect: z
    .string()
    .refine((redirect) => redirectHost(redirect) !== undefined, {
      error: ({ input }) =>
        say(
          `${show(input)} 不是域名后面带一个 {url} 的网址；例如 "https://r.example.cn/go?to={url}"`,
          `${show(input)} is not a page with one {url} behind its host; write for example "https://r.example.cn/go?to={url}"`,
        ),
    })
    .exactOptional(),
  commands: z.enum(["everyone", "admins"]).exactOptional(),
  warnTo: z.string().exactOptional(),
  retentionDays: z.int().min(1, say("要 1 或更大", "must be 1 or more")).exactOptional(),
  events: z.enum(eventsWays).exactOptional(),
} satisfies ShapeOf<Settings>);

function isTimeZone(timeZone: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
