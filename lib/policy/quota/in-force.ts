import { day } from "../../base/time.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { GuildSetting } from "../../model/guild-setting.ts";
import type { Basis, InForce } from "../../model/in-force.ts";
import { type PresetName, presets, quotaZones, type Rule, type SceneLimits } from "../../model/limits.ts";
import type { SceneName } from "../../model/scene.ts";
import type { Settings } from "../../model/settings.ts";
import { isAuto, type LimitSettings, presetOf, resolveScene } from "./resolve-limits.ts";

/** What QQ showed is believed for so long (ms) without being shown again. */
export const memory = 30 * day;

/** Whether two texts say different things of a scene's pushes, so that QQ has to show which holds. */
export const isAsked = (scene: SceneName, settings: Pick<Settings, "limits">): boolean =>
  isAuto(settings) && scene in asking;

/** Scenes for which QQ's two texts differ. */
const asking = { c2c: true, group: true } as const satisfies Partial<Record<SceneName, true>>;

/** What is known besides the settings: what QQ has shown in the scene, and what the target's guild allows. */
export type Known = { readonly evidence: Evidence; readonly guild: GuildSetting };

/**
 * The limits in force in a scene at `now` (ms). Under `auto` those of `published`, until QQ takes what goes beyond them: then
 * those of `2026`, and `published` goes on being counted, so that it counts right should QQ fall back to it.
 */
export function limitsInForce(scene: SceneName, settings: LimitSettings, known: Known, now: number): InForce {
  const basis = basisOf(scene, settings, known.evidence, now);
  const of = (preset: PresetName) => limitsOf(scene, preset, settings, known, now);
  const proof = isAsked(scene, settings) ? proofOf(scene, settings) : undefined;
  const inForce = { basis, limits: of(basis.preset), quotaZone: quotaZones[basis.preset], ...(proof && { proof }) };
  if (basis.why !== "unknown") return inForce;
  return { ...inForce, beyond: { from: Math.max(now, known.evidence.askedUntil ?? 0), limits: of("2026") } };
}

function basisOf(
  scene: SceneName,
  settings: Pick<Settings, "limits">,
  { provenAt, provenSince, refusedUntil = 0 }: Evidence,
  now: number,
): Basis {
  if (!isAuto(settings)) return { preset: presetOf(settings), why: "set" };
  if (!isAsked(scene, settings)) return { preset: "published", why: "alike" };
  if (refusedUntil > now) return { preset: "published", why: "refused", until: refusedUntil };
  if (provenAt !== undefined && provenAt + memory > now)
    return { preset: "2026", why: "shown", since: provenSince ?? provenAt };
  return { preset: "published", why: "unknown" };
}

function limitsOf(
  scene: SceneName,
  preset: PresetName,
  settings: LimitSettings,
  { evidence, guild }: Known,
  now: number,
): SceneLimits {
  const known: SceneLimits = presets[preset][scene];
  if (!isAuto(settings)) return resolveScene(scene, known, settings);
  const limits = resolveScene(
    scene,
    { ...byGuild(scene, known, guild), reply: repliesOf(scene, evidence, now) },
    settings,
  );
  return preset === "2026" && isAsked(scene, settings) ? withTally(scene, limits) : limits;
}

/** Counts what `published` counts, which limits nothing. */
function withTally(scene: SceneName, limits: SceneLimits): SceneLimits {
  const tally = presets.published[scene].proactive.map((rule) => ({ ...rule, tallied: true as const }));
  return { ...limits, proactive: [...limits.proactive, ...tally] };
}

/**
 * What `published` allows a target, or the settings in its place. Who allows fewer than QQ does wants no more, and a push beyond
 * them would show nothing: then there is nothing to go beyond.
 */
function proofOf(scene: SceneName, settings: LimitSettings): readonly Rule[] {
  const known: SceneLimits = presets.published[scene];
  const own = new Map(known.proactive.map(({ id, max }) => [id, max]));
  const rules = resolveScene(scene, known, settings).proactive.filter(({ per }) => per === "target");
  return rules.every(({ id, max }) => max >= (own.get(id) ?? 0)) ? rules : [];
}

/** The count of a channel's day is the guild's to set. */
function byGuild(scene: SceneName, limits: SceneLimits, { perDay }: GuildSetting): SceneLimits {
  if (scene !== "channel" || perDay === undefined) return limits;
  const proactive = limits.proactive.map((rule) => (rule.id === "target-day" ? { ...rule, max: perDay } : rule));
  return { ...limits, proactive };
}

/**
 * Replies that a window is taken to allow: as many as either text says, until QQ refused the last of them. Once in a while it
 * is asked again: that costs one refused reply, and no notice.
 */
function repliesOf(scene: SceneName, { repliesRefusedAt }: Evidence, now: number): SceneLimits["reply"] {
  const isFewer = repliesRefusedAt !== undefined && repliesRefusedAt + memory > now;
  return presets[isFewer ? "2026" : "published"][scene].reply;
}
