import { defineFacade } from "../facade/define-facade.ts";
import { partTables } from "../markup/part-tables.ts";
import { readMarkdown } from "../markup/read-markdown.ts";
import { readMessage } from "./read-message.ts";

/** DingTalk's Markdown has no angle brackets of its own, and calls people by `at` alone. */
const markup = { angle: () => undefined, calls: [] };

/** What is posted to one of DingTalk's robots. */
export const dingtalkFormat = defineFacade("dingtalk", (inbound, options) =>
  readMessage(inbound, options, (text) => readMarkdown(partTables(text), markup)),
);
