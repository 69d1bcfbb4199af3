import type { LevelScale } from "../../model/level-scale.ts";
import type { Level } from "../../model/level.ts";
import { textOf } from "../facade/text-of.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";
import { withEmoji } from "../markup/emoji.ts";

/** Emoji that senders put before a title to say how it is. */
const signs = {
  white_check_mark: "success",
  heavy_check_mark: "success",
  ballot_box_with_check: "success",
  green_circle: "success",
  yellow_circle: "warning",
  orange_circle: "warning",
  red_circle: "error",
  x: "error",
  no_entry: "error",
  rotating_light: "error",
} as const satisfies Readonly<Record<string, Level>>;

/** In tags, and in characters of all: more are no one's to read. */
const most = 20;
const maxLength = 2_000;

/** What the tags of a message say: signs before its title, words, and levels, which are told by the level itself. */
export type Tags = {
  readonly emoji: string;
  /** The line of those that are words, where there are any. */
  readonly lines: readonly string[];
  readonly levels: readonly Level[];
};

const emojiOf = (tag: string): string | undefined => {
  const name = `:${tag}:`;
  const emoji = withEmoji(name);
  return emoji === name ? undefined : emoji;
};

/** Reads tags, a list or a text with commas: names of emoji, levels, or words. */
export function readTags(value: unknown, scale: LevelScale | undefined): Tags {
  const tags = [value]
    .flat()
    .flatMap((each) => textOf(each)?.slice(0, maxLength).split(",") ?? [])
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "")
    .slice(0, most)
    .map((tag) => ({ tag, emoji: emojiOf(tag), level: lookUp<Level>(signs, tag) ?? readLevel(tag, scale) }));
  const words = tags.flatMap(({ tag, emoji }) => (emoji === undefined ? [tag] : []));
  return {
    emoji: tags.flatMap(({ emoji, level }) => (level === undefined ? (emoji ?? []) : [])).join(""),
    lines: words.length > 0 ? [`🏷️ ${words.join(", ")}`] : [],
    levels: tags.flatMap(({ level }) => level ?? []),
  };
}
