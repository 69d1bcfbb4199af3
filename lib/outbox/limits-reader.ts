import { minute, second } from "../base/time.ts";
import type { Evidence } from "../model/evidence.ts";
import type { GuildSetting } from "../model/guild-setting.ts";
import type { InForce } from "../model/in-force.ts";
import { presets, type SceneLimits } from "../model/limits.ts";
import type { Routes } from "../model/route.ts";
import type { SceneName } from "../model/scene.ts";
import type { Settings } from "../model/settings.ts";
import type { Target } from "../model/target.ts";
import { namedTargets } from "../policy/intake/targets-of.ts";
import { isAsked, limitsInForce } from "../policy/quota/in-force.ts";
import { isAuto } from "../policy/quota/resolve-limits.ts";
import type { Evidences, GuildSettings } from "../ports.ts";

/** The limits as one process sees them. */
export type LimitsReader = {
  /** Those in force for a target at `now` (ms). */
  readonly inForce: (target: Target, now: number) => Promise<InForce>;
  /** The replies that a window of a scene is taken to allow. */
  readonly reply: (scene: SceneName, now: number) => Promise<SceneLimits["reply"]>;
  /** What QQ has shown in a scene whose limits it has to show; undefined where it has not. */
  readonly evidence: (scene: SceneName, now: number) => Promise<Evidence | undefined>;
  /** The guild of a channel, where its routes name it and its setting counts. */
  readonly guildOf: (target: Target) => string | undefined;
  readonly guild: (guild: string, now: number) => Promise<GuildSetting>;
  /** What was read may be old: it is read anew. */
  readonly forget: () => void;
};

type Options = {
  readonly settings: Pick<Settings, "limits" | "certified">;
  readonly routes: Routes;
  readonly store: Evidences & GuildSettings;
};

/** What was read is believed for so long (ms): a busy process reads seldom, and one that slept learns at once. */
const fresh = { evidence: 10 * second, guild: 10 * minute } as const;

/** Reads what QQ has shown only where the settings leave it to QQ, and each piece seldom. */
export function createLimitsReader({ settings, routes, store }: Options): LimitsReader {
  const guilds = new Map(
    namedTargets(routes).flatMap(({ scene, id, guild }) =>
      scene === "channel" && guild !== undefined ? [[id, guild] as const] : [],
    ),
  );
  const evidences = remember(fresh.evidence, (scene: SceneName) => store.readEvidence(scene));
  const guildSettings = remember(fresh.guild, (guild: string) => store.readGuildSetting(guild));

  const guildOf = ({ scene, id, guild }: Target): string | undefined =>
    scene === "channel" && isAuto(settings) ? (guild ?? guilds.get(id)) : undefined;
  const evidence = async (scene: SceneName, now: number): Promise<Evidence | undefined> =>
    isAsked(scene, settings) ? evidences.read(scene, now) : undefined;

  return {
    reply: async (scene, now) => {
      const known = repliesDiffer(scene) ? await evidence(scene, now) : undefined;
      return limitsInForce(scene, settings, { evidence: known ?? {}, guild: {} }, now).limits.reply;
    },
    evidence,
    guildOf,
    guild: (guild, now) => guildSettings.read(guild, now),
    forget: () => {
      evidences.clear();
      guildSettings.clear();
    },
    inForce: async (target, now) => {
      const guild = guildOf(target);
      const known = {
        evidence: (await evidence(target.scene, now)) ?? {},
        guild: guild === undefined ? {} : await guildSettings.read(guild, now),
      };
      return limitsInForce(target.scene, settings, known, now);
    },
  };
}

/** Only there QQ has anything to show of replies. */
const repliesDiffer = (scene: SceneName): boolean =>
  presets.published[scene].reply.times !== presets["2026"][scene].reply.times;

/** What was read by a key, for a while: those that ask at once wait for one reading. What fails is asked for again. */
function remember<Key, Content>(freshFor: number, load: (key: Key) => Promise<Content>) {
  const known = new Map<Key, { readonly content: Promise<Content>; readonly readAt: number }>();
  return {
    clear: () => known.clear(),
    read: (key: Key, now: number): Promise<Content> => {
      const held = known.get(key);
      if (held && now < held.readAt + freshFor && now >= held.readAt) return held.content;
      const content = load(key);
      known.set(key, { content, readAt: now });
      content.catch(() => known.get(key)?.content === content && known.delete(key));
      return content;
    },
  };
}
