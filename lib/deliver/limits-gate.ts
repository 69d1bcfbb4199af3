import { day } from "../base/time.ts";
import type { EvidenceChange } from "../model/evidence.ts";
import type { SceneName } from "../model/scene.ts";
import type { Settings } from "../model/settings.ts";
import type { Standing } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import { createLimitsReader } from "../outbox/limits-reader.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";
import type { PlanRules } from "../policy/plan/plan-rules.ts";
import { memory } from "../policy/quota/in-force.ts";
import { askedUntil, type EndedPush, type EndedReply, lessonOf, replyLesson } from "../policy/quota/lessons.ts";
import { rulesAt } from "../policy/quota/rules-at.ts";
import type { AskGuild, Evidences, GuildSettings, Log } from "../ports.ts";
import type { Routes } from "../model/route.ts";

/** QQ's limits as a deliverer sees them, and what its sends teach of them. */
export type LimitsGate = {
  /** The rules for a target as of now: those given, by the limits in force, or the ones by which its next push asks. */
  readonly rulesFor: (
    standing: Pick<Standing, "target" | "quota">,
    rules: PlanRules,
    now: number,
  ) => Promise<PlanRules>;
  /** Asks QQ for what the owner of a target's guild has set, once a day. `deadline` in ms of the epoch. */
  readonly lookAtGuild: (target: Target, deadline: number, now: number) => Promise<void>;
  /** Takes the scene's one asking push, which QQ has by `deadline` (ms) or never will. */
  readonly takeAsk: (scene: SceneName, deadline: number, now: number) => Promise<boolean>;
  /** The asking push was not sent: another may ask. */
  readonly leaveAsk: (scene: SceneName) => Promise<void>;
  /** Takes note of how a push, or a reply, ended. */
  readonly notePush: (scene: SceneName, push: EndedPush, now: number) => Promise<void>;
  readonly noteReply: (scene: SceneName, reply: EndedReply, now: number) => Promise<void>;
};

type Options = {
  readonly settings: Pick<Settings, "limits" | "certified">;
  readonly routes: Routes;
  readonly store: Evidences & GuildSettings;
  readonly askGuild: AskGuild;
  readonly log: Log;
};

/** Writes only when something changes; where the settings name one of QQ's texts it neither reads nor writes. */
export function createLimitsGate(options: Options): LimitsGate {
  const { store, log } = options;
  const reader = createLimitsReader(options);

  const learn = async (scene: SceneName, change: EvidenceChange | undefined): Promise<void> => {
    if (!change) return;
    await store.learn(scene, change);
    reader.forget();
    log("info", "limits", { scene, ...change });
  };

  return {
    rulesFor: async ({ target, quota }, rules, now) => ({
      ...rules,
      ...rulesAt(await reader.inForce(target, now), quota, now),
    }),
    lookAtGuild: async (target, deadline, now) => {
      const guild = reader.guildOf(target);
      if (guild === undefined || now + minSendTime > deadline) return;
      const since = now - day;
      const { askedAt = Number.NEGATIVE_INFINITY, perDay } = await reader.guild(guild, now);
      if (askedAt > since || !(await store.takeGuildLook(guild, since, now))) return;
      const told = await options.askGuild(guild, deadline - minSendTime);
      if (told.kind === "told" && told.perDay !== perDay) await store.writeGuildSetting(guild, told.perDay);
      reader.forget();
      if (told.kind !== "told") log("warn", "guild-setting", { kind: told.kind, ...told.answer });
      else if (told.perDay !== perDay) log("info", "guild-setting", { perDay: told.perDay });
    },
    takeAsk: async (scene, deadline, now) => {
      const evidence = (await reader.evidence(scene, now)) ?? {};
      const until = askedUntil(evidence, deadline, now);
      const taken = await store.takeAsk(scene, { until, asks: (evidence.asks ?? 0) + 1, since: now - memory }, now);
      reader.forget();
      return taken;
    },
    leaveAsk: (scene) => learn(scene, { askedUntil: null }),
    notePush: async (scene, push, now) => {
      const evidence = await reader.evidence(scene, now);
      if (evidence) await learn(scene, lessonOf(push, evidence, now));
    },
    noteReply: async (scene, reply, now) => {
      const lesson = replyLesson(scene, reply, now);
      if (lesson && (await reader.evidence(scene, now))) await learn(scene, lesson);
    },
  };
}
