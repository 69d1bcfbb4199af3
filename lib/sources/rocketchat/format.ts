import { defineFacade } from "../facade/define-facade.ts";
import { readMarkdown } from "../markup/read-markdown.ts";
import { readSlackAngle } from "../markup/slack-angle.ts";
import { readMessage } from "../slack/read-message.ts";

/** Rocket.Chat takes Markdown and Slack's marks alike: what is bold in one is emphasis in the other. */
const markup = { angle: readSlackAngle, calls: ["all", "here"] };

/** What is posted to an incoming integration of Rocket.Chat's. */
export const rocketchatFormat = defineFacade("rocketchat", (inbound, options) =>
  readMessage(inbound, options, (text) => readMarkdown(text, markup)),
);
