import { defined } from "../../base/defined.ts";
import { type Level, moreSevere } from "../../model/level.ts";
import { raiseLevel } from "../levels/raise-level.ts";
import type { Told } from "../markup/told.ts";
import type { Words } from "./words.ts";

/** A part of a message that stands by itself: its text, an attachment, an embed, its blocks. */
export type Card = {
  readonly title?: string | undefined;
  readonly told: readonly Told[];
  /** Where its title leads, and where its first button does. */
  readonly link?: string | undefined;
  readonly button?: string | undefined;
  readonly image?: string | undefined;
  readonly level?: Level | undefined;
};

/** In characters: a longer line is not read as a title. */
const maxTitle = 100;

const seen = /[^\s\p{Cf}]/u;

/**
 * The parts of a message in words, in their order. The first line is the title, where it can be one and the chat does not put a
 * card's own before it (`isCardFirst`). What the message's text says is not said again by its cards.
 */
export function wordsOf(cards: readonly Card[], { isCardFirst = false } = {}): Words {
  const told = cards.flatMap((card) => card.told);
  const calls = firstOf(told, "calls");
  return defined({
    ...titleAndText(cards, isCardFirst, calls),
    link: firstOf(cards, "link") ?? firstOf(cards, "button") ?? firstOf(told, "link"),
    image: firstOf(cards, "image") ?? firstOf(told, "image"),
    level: levelOf(cards, calls !== undefined),
  });
}

/** A first line that is no title of a card is left to be one where it is short enough; without any the call itself is told. */
function titleAndText(cards: readonly Card[], isCardFirst: boolean, calls = ""): Pick<Words, "title" | "text"> {
  const [first = ""] = cards.flatMap(linesOf);
  const title = firstOf(cards, "title");
  if (title !== undefined && (isCardFirst || first.length > maxTitle))
    return { title, text: linesBelow(title, cards).join("\n") };
  return { text: first === "" ? calls : [first, ...linesBelow(first, cards)].join("\n") };
}

function levelOf(cards: readonly Card[], isCall: boolean): Level | undefined {
  const levels = cards.flatMap(({ level }) => level ?? []);
  const level = levels.length > 0 ? levels.reduce(moreSevere) : undefined;
  return isCall ? raiseLevel(level) : level;
}

const linesOf = ({ title, told }: Card): readonly string[] => [
  ...(title === undefined ? [] : [title]),
  ...told.flatMap(({ lines }) => lines.map((line) => line.trim())).filter((line) => seen.test(line) && line !== title),
];

/** What the first of some says under a name that says anything. */
const firstOf = <Name extends string>(
  some: readonly { readonly [Each in Name]?: string | undefined }[],
  name: Name,
): string | undefined => some.find((each) => each[name] !== undefined)?.[name];

/** All lines but the title, those of cards that the text has too, and those that only give a long title a name (`Message: …`). */
function linesBelow(title: string, [text, ...cards]: readonly Card[]): readonly string[] {
  const own = text ? linesOf(text) : [];
  const said = new Set([title, ...own]);
  const isNamed = (line: string): boolean => title.length > 20 && line.endsWith(`: ${title}`);
  return [...own.filter((line) => line !== title), ...cards.flatMap(linesOf).filter((line) => !said.has(line))].filter(
    (line) => !isNamed(line),
  );
}
