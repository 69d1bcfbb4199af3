import { type SceneName } from "../../model/scene.ts";

/**
 * Bits of Identify by the events that the relay reads of them (QQ's page on intents). QQ refuses a connection that asks for a
 * bit to which the bot has no right, so that each is asked for only where a route needs it.
 */
const bits = {
  guilds: 0,
  members: 1,
  guildMessages: 9,
  reactions: 10,
  direct: 12,
  private: 25,
  interactions: 26,
  audits: 27,
  forums: 28,
  atMessages: 30,
} as const;

type Bit = keyof typeof bits;

/** What a scene's routes ask for, the fullest first; the last is what nothing works without. */
const rungs: Readonly<
  Record<SceneName, readonly [full: readonly Bit[], fewer: readonly Bit[], least: readonly Bit[]]>
> = {
  c2c: [["private", "interactions"], ["private", "interactions"], ["private"]],
  group: [["private", "interactions"], ["private", "interactions"], ["private"]],
  channel: [
    ["guilds", "reactions", "interactions", "audits", "atMessages"],
    ["guilds", "interactions", "audits", "atMessages"],
    ["atMessages"],
  ],
  dm: [["guilds", "direct", "audits"], ["guilds", "direct", "audits"], ["direct"]],
};

const sum = (names: readonly Bit[]): number => [...new Set(names)].reduce((total, name) => total + 2 ** bits[name], 0);

/**
 * The intents to ask for, by the scenes that routes have: all that are of use, then fewer where QQ refuses those, each set once.
 * A bot for direct messages alone may have no right to guilds, and the other way round.
 */
export function intentsOf(scenes: readonly SceneName[]): readonly number[] {
  const sets = [0, 1, 2].map((rung) => sum(scenes.flatMap((scene) => rungs[scene][rung] ?? [])));
  return [...new Set(sets)];
}
