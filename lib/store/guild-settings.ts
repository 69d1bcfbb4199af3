import type { GuildSetting } from "../model/guild-setting.ts";
import { absent, any, atMost } from "./condition.ts";
import { asNumber, optional } from "./decode.ts";
import { guildSettingKey } from "./keys.ts";
import type { Table } from "./table.ts";

export async function readGuildSetting(table: Table, guild: string): Promise<GuildSetting> {
  const { perDay, askedAt } = (await table.get(guildSettingKey(guild))) ?? {};
  return { ...optional("perDay", asNumber(perDay)), ...optional("askedAt", asNumber(askedAt)) };
}

/** Of any number that would ask QQ for a guild's setting one does, where nobody did after `since` (ms). */
export async function takeGuildLook(table: Table, guild: string, since: number, now: number): Promise<boolean> {
  const taken = await table.update({
    key: guildSettingKey(guild),
    set: { askedAt: now },
    when: any(absent("askedAt"), atMost("askedAt", since)),
  });
  return taken !== false;
}

/** Keeps what QQ told; without a count there is none of the guild's own. */
export async function writeGuildSetting(table: Table, guild: string, perDay: number | undefined): Promise<void> {
  const key = guildSettingKey(guild);
  await table.update(perDay === undefined ? { key, remove: ["perDay"] } : { key, set: { perDay } });
}
