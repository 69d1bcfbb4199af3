import { defineFacade } from "../facade/define-facade.ts";
import { partTables } from "../markup/part-tables.ts";
import { readMarkdown } from "../markup/read-markdown.ts";
import { readWecomAngle } from "../markup/wecom-angle.ts";
import { readMessage } from "./read-message.ts";

const markup = { angle: readWecomAngle, calls: [] };

/** What is posted to one of WeCom's robots. */
export const wecomFormat = defineFacade("wecom", (inbound, options) =>
  readMessage(inbound, options, (text) => readMarkdown(partTables(text), markup)),
);
