/** What a guild's owner has set for the bot, as QQ last told it. */
export type GuildSetting = {
  /** Pushes a day into each text channel. */
  readonly perDay?: number;
  /** When (ms) QQ was last asked, whatever came of it. */
  readonly askedAt?: number;
};
