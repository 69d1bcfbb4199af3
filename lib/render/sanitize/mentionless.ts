import { breakInUrl, breakMentions } from "./break-mentions.ts";
import type { Block } from "../page/block.ts";
import type { Page } from "../page/page.ts";

const maybe = (change: (text: string) => string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : change(text);

const mentionlessBlock = (block: Block): Block => ({
  ...block,
  title: breakMentions(block.title),
  suffix: breakMentions(block.suffix),
  lines: block.lines.map(breakMentions),
  address: maybe(breakMentions, block.address),
  link: maybe(breakInUrl, block.link),
  image: maybe(breakInUrl, block.image),
  source: breakMentions(block.source),
});

const known = new WeakMap<Block, Block>();

/** A page is laid out many times until it fits, mostly of the same blocks. */
function knownBlock(block: Block): Block {
  const made = known.get(block) ?? mentionlessBlock(block);
  known.set(block, made);
  return made;
}

/**
 * A page that mentions no one, whatever its words, addresses and pictures came from: cut to fit and with its links treated
 * before, escaped and followed by the relay's own mentions after.
 */
export const mentionless = ({ answer, header, entries, left, note }: Page): Page => ({
  answer: answer && knownBlock(answer),
  header: maybe(breakMentions, header),
  entries: entries.map(knownBlock),
  left,
  note: maybe(breakMentions, note),
});
