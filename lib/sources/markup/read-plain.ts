import { withEmoji } from "./emoji.ts";
import { unescapeSlack } from "./slack-angle.ts";
import type { Told } from "./told.ts";

/** The words of a text of Slack's that has no marks, but escapes and names of emoji. */
export const readPlain = (text: string): Told => ({ lines: unescapeSlack(withEmoji(text)).split(/\r?\n/) });
