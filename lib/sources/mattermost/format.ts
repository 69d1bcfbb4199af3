import { defineFacade } from "../facade/define-facade.ts";
import { readMarkdown } from "../markup/read-markdown.ts";
import { readSlackAngle } from "../markup/slack-angle.ts";
import { readMessage } from "../slack/read-message.ts";

/** Mattermost writes Markdown, and takes Slack's angle brackets too. */
const markup = { angle: readSlackAngle, calls: ["channel", "all", "here"] };

/** What is posted to an incoming webhook of Mattermost's, or as a post by its API. */
export const mattermostFormat = defineFacade("mattermost", (inbound, options) =>
  readMessage(inbound, options, (text) => readMarkdown(text, markup)),
);
