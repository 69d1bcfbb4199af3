import { answerRefusal, ok, type Answer } from "./answer.ts";
import { channelsOf, guildOf, isForeign } from "./places.ts";
import { refuse } from "./refusal.ts";
import { joinedAt } from "./sent.ts";
import type { State } from "./state.ts";

/** A guild or channel as QQ's pages show one. Any id is one here, as any may be sent to, unless the bot was told to leave it. */
const guildObject = (id: string) => ({
  id,
  name: `guild ${id}`,
  icon: "",
  owner_id: "1",
  owner: false,
  joined_at: joinedAt,
  member_count: 3,
  max_members: 300,
  description: "",
});

const channelObject = (id: string, guild: string, position: number) => ({
  id,
  guild_id: guild,
  name: `channel ${id}`,
  type: 0,
  sub_type: 0,
  position,
  parent_id: "0",
  owner_id: "1",
  private_type: 0,
  speak_permission: 1,
  application_id: "0",
});

const isGone = ({ permissions }: State, key: string): boolean => permissions.get(key)?.gone === true;

/** Guilds that settings or events have named. */
function knownGuilds({ settings, places, permissions }: State): readonly string[] {
  const named = [...permissions.keys()].flatMap((key) => /^guild:(.*)$/s.exec(key)?.[1] ?? []);
  const channels = [...places.keys()].flatMap((key) => /^channel:(.*)$/s.exec(key)?.[1] ?? []);
  const homes = channels.flatMap((id) => guildOf(places, settings.guilds, { scene: "channel", id }) ?? []);
  const met = [...places.values()].flatMap(({ guild }) => guild ?? []);
  return [...new Set([...named, ...Object.values(settings.guilds), ...homes, ...met])].toSorted();
}

/** The bot's guilds, page by page. */
export function listGuilds(state: State, query: URLSearchParams): Answer {
  const [before, after, limit] = ["before", "after", "limit"].map((name) => query.get(name));
  const ids = knownGuilds(state).filter((id) => !isGone(state, `guild:${id}`));
  const count = Math.min(100, Math.max(1, Number(limit) || 100));
  const page = before
    ? ids.filter((id) => id < before).slice(-count)
    : ids.filter((id) => id > (after ?? "")).slice(0, count);
  return ok(page.map(guildObject));
}

export const tellGuild = (state: State, id: string): Answer =>
  isGone(state, `guild:${id}`) ? answerRefusal(refuse(10004), "channel") : ok(guildObject(id));

export const listChannels = (state: State, guild: string): Answer =>
  isGone(state, `guild:${guild}`)
    ? answerRefusal(refuse(10004), "channel")
    : ok(channelsOf(state.places, state.settings.guilds, guild).map((id, at) => channelObject(id, guild, at + 1)));

export function tellChannel(state: State, id: string): Answer {
  const target = { scene: "channel", id } as const;
  const guild = guildOf(state.places, state.settings.guilds, target) ?? id;
  const isUnknown =
    isGone(state, `channel:${id}`) || isGone(state, `guild:${guild}`) || isForeign(state.places, target);
  return isUnknown ? answerRefusal(refuse(10003), "channel") : ok(channelObject(id, guild, 1));
}
