import { httpLink } from "../http-link.ts";
import { withEmoji } from "./emoji.ts";
import { openHold } from "./hold.ts";
import { readHtmlTag } from "./html-tag.ts";
import { marked } from "./marked.ts";
import { readSlackAngle, unescapeSlack } from "./slack-angle.ts";
import type { Finds, Told } from "./told.ts";

const code = /```\n?([^]*?)\n?```|`([^`\n]+)`/g;
const angle = /<([^<>\n]{1,2100})>/g;
/** No markup of Slack's, but what tools send that know Markdown only. */
const link = /!?\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()<>]{1,2100})\)/g;

const emphases = ["\\*", "_", "~"].map(marked);

const quote = /^(?:&gt;|>)(?:&gt;|>){0,2} ?(?![\s\d=.])/gm;

/** Links have their label in code too; nobody is called there. */
function readInCode(whole: string, inner: string): string {
  const finds: Finds = {};
  const words = readSlackAngle(inner, finds);
  return finds.calls ?? words ?? whole;
}

/**
 * The words of a text in Slack's mrkdwn (docs.slack.dev, "Formatting message text"): one pass for each kind of mark, no markup left.
 */
export function readMrkdwn(text: string): Told {
  const finds: Finds = {};
  const { clean, put, restore } = openHold(text);
  const inCode = clean.replace(code, (_, fence?: string, span = "") => {
    const words = (fence ?? span).replace(angle, readInCode);
    return fence === undefined ? put(unescapeSlack(words)) : `\n${put(unescapeSlack(words))}\n`;
  });
  const inAngles = inCode.replace(angle, (whole, inner: string) => {
    const words = readSlackAngle(inner, finds);
    return words === undefined ? (readHtmlTag(inner, finds) ?? put(unescapeSlack(whole))) : put(words);
  });
  const inLinks = inAngles.replace(link, (_, label: string, url: string) => {
    finds.link ??= httpLink(unescapeSlack(url));
    return label;
  });
  const bare = emphases.reduce((words, mark) => words.replace(mark, "$2"), inLinks.replace(quote, ""));
  return { ...finds, lines: restore(unescapeSlack(withEmoji(bare))).split(/\r\n|[\r\n]/) };
}
