import { defineFacade } from "../facade/define-facade.ts";
import { readFeishuAngle } from "../markup/feishu-angle.ts";
import { partTables } from "../markup/part-tables.ts";
import { readMarkdown } from "../markup/read-markdown.ts";
import { readMessage } from "./read-message.ts";

const markup = { angle: readFeishuAngle, calls: [] };

/** What is posted to one of Feishu's bots. */
export const feishuFormat = defineFacade("feishu", (inbound, options) =>
  readMessage(inbound, options, (text) => readMarkdown(partTables(text), markup)),
);
