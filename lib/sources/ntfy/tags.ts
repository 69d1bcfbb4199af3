import { defined } from "../../base/defined.ts";
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

type Tag = { readonly emoji?: string; readonly word?: string; readonly level?: Level };

function emojiOf(tag: string): string | undefined {
  if (!/^[a-z0-9_+-]+$/.test(tag)) return undefined;
  const name = `:${tag}:`;
  const emoji = withEmoji(name);
  return emoji === name ? undefined : emoji;
}

/** The emoji of a level are not told, since the level has a sign of its own. */
function readTag(tag: string, scale: LevelScale | undefined): Tag {
  const sign = lookUp<Level>(signs, tag);
  const level = readLevel(tag, scale) ?? sign;
  const emoji = sign === undefined ? emojiOf(tag) : undefined;
  const isWord = sign === undefined && emoji === undefined;
  return defined({ level, word: isWord ? tag : undefined, emoji: level === undefined ? emoji : undefined });
}

/** Reads tags, a list or a text with commas: names of emoji, levels, or words. */
export function readTags(value: unknown, scale: LevelScale | undefined): Tags {
  const tags = [value]
    .flat()
    .flatMap((each) => textOf(each)?.slice(0, maxLength).split(",") ?? [])
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "")
    .slice(0, most)
    .map((tag) => readTag(tag, scale));
  const words = tags.flatMap(({ word }) => word ?? []);
  return {
    emoji: tags.flatMap(({ emoji }) => emoji ?? []).join(""),
    lines: words.length > 0 ? [`🏷️ ${words.join(", ")}`] : [],
    levels: tags.flatMap(({ level }) => level ?? []),
  };
}
