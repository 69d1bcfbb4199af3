import { createHash } from "node:crypto";
import * as z from "zod";
import { answerRefusal, ok, type Answer } from "./answer.ts";
import { resolveLimits } from "./limits-setting.ts";
import { channelsOf, learnPlace } from "./places.ts";
import { refuse } from "./refusal.ts";
import type { State } from "./state.ts";

const Pair = z.object({ recipient_id: z.string().min(1), source_guild_id: z.string().min(1) });

/** Opens a DM session: the same two always get the same one. */
export function createDm(state: State, body: unknown, now: number): Answer {
  const read = Pair.safeParse(body);
  if (!read.success) return answerRefusal(refuse(12002, read.error.issues[0]?.path.join(".")), "dm");
  const { recipient_id: user, source_guild_id: guild } = read.data;
  const digest = createHash("sha256").update(`${user} ${guild}`).digest();
  const [id, channel] = [digest.readBigUInt64BE(0), digest.readBigUInt64BE(8)].map(String) as [string, string];
  learnPlace(state.places, { scene: "dm", id }, { user, guild });
  return ok({ guild_id: id, channel_id: channel, create_time: String(Math.floor(now / 1_000)) });
}

/** What a guild's owner allows, as the bot may ask for it. */
export function tellGuildSetting({ settings, places }: State, guild: string): Answer {
  const perDay = resolveLimits(settings.limits).channel.rules.find((rule) => rule.id === "target-day");
  return ok({
    disable_create_dm: false,
    disable_push_msg: settings.closedGuilds.includes(guild),
    channel_ids: channelsOf(places, settings.guilds, guild),
    channel_push_max_num: perDay?.max ?? 20,
  });
}
