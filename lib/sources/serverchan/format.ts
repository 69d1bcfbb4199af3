import { defined } from "../../base/defined.ts";
import { isRefusal } from "../../model/refusal.ts";
import { defineFacade } from "../facade/define-facade.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import { titled } from "../facade/titled.ts";
import { readCommonMark } from "../markup/read-common-mark.ts";
import { openWithin } from "../markup/within.ts";

/**
 * ServerChan's message: `title` (`text` of old), `desp` in Markdown, and `short`, what WeChat's card shows of it, which is told
 * first where it says something of its own.
 */
export const serverchanFormat = defineFacade("serverchan", (inbound) => {
  const read = readRequest(inbound, { mergeQuery: true });
  if (isRefusal(read)) return read;
  const text = (name: string): string => textOf(read.fields[name]) ?? "";
  const { lines, link, image } = openWithin()(readCommonMark)(read.text ?? text("desp"));
  const short = text("short").trim();
  const isOwn = !lines.join("\n").includes(short);
  return defined({
    ...titled(text("title") || text("text"), [...(isOwn ? [short] : []), ...lines]),
    link,
    image,
  });
});
