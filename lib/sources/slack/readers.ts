import { member } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { readMrkdwn } from "../markup/read-mrkdwn.ts";
import { readPlain } from "../markup/read-plain.ts";
import type { ReadText, Told } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";

/** How the texts of one message are read: `text` is the chat's own markup, `object` Slack's text objects (or a bare text). */
export type Readers = {
  readonly text: (value: unknown) => Told;
  readonly markdown: (value: unknown) => Told;
  readonly object: (value: unknown) => Told;
};

const headings = /^#{1,6} /gm;

/** A block of Markdown in Slack: its parser is not loaded for so rare a thing, since mrkdwn's reader knows most of it. */
const readMarkdownBlock: ReadText = (text) => readMrkdwn(text.replace(headings, ""));

/** Readers for one message: Slack's, or those of a chat that has Slack's shape and a markup of its own. */
export function openReaders(own?: ReadText): Readers {
  const within = openWithin();
  const mrkdwn = withText(within(readMrkdwn));
  const plain = withText(within(readPlain));
  return {
    text: own ? withText(within(own)) : mrkdwn,
    markdown: withText(within(own ?? readMarkdownBlock)),
    object: (value) => {
      const text = member(value, "text") ?? value;
      return member(value, "type") === "plain_text" ? plain(text) : mrkdwn(text);
    },
  };
}

const withText =
  (read: ReadText) =>
  (value: unknown): Told =>
    read(textOf(value) ?? "");
