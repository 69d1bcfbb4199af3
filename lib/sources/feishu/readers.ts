import type { Level } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { member } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { levelOfFonts } from "../levels/level-of-fonts.ts";
import { readAtTags } from "../markup/at-tags.ts";
import { readTagged } from "../markup/read-tagged.ts";
import type { Finds, ReadText, Told } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";
import { localized } from "./localized.ts";

/** How the texts of one message are read: `object` is a card's text object, or a bare text. */
export type Readers = {
  readonly plain: (value: unknown) => Told;
  readonly markdown: (value: unknown) => Told;
  readonly object: (value: unknown) => Told;
  /** What the colours in the first line of the first text in Markdown stand for. */
  readonly level: () => Level | undefined;
};

const withAt =
  (read: ReadText): ReadText =>
  (text) => {
    const finds: Finds = {};
    const told = read(readAtTags(text, finds));
    return { ...told, ...finds };
  };

/** Readers for one message; `read` is the reader of Markdown. */
export function openReaders(read: ReadText, scale: LevelScale | undefined): Readers {
  let first: string | undefined;
  const within = openWithin();
  const readPlain = within(withAt(readTagged));
  const readMarkdown = within(withAt(read));
  const plain = (value: unknown): Told => readPlain(textOf(value) ?? "");
  const markdown = (value: unknown): Told => {
    const text = textOf(value) ?? "";
    if (text.trim() !== "") first ??= text;
    return readMarkdown(text);
  };
  return {
    plain,
    markdown,
    object: (value) => {
      const text = member(value, "content") ?? localized(member(value, "i18n_content") ?? member(value, "i18n"));
      const read = member(value, "tag") === "plain_text" ? plain : markdown;
      return read(text ?? member(value, "text") ?? value);
    },
    level: () => levelOfFonts(first ?? "", scale),
  };
}
