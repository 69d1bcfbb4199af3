import { defined } from "../../base/defined.ts";
import { isRefusal } from "../../model/refusal.ts";
import { chatOf } from "../facade/chat-of.ts";
import { defineFacade } from "../facade/define-facade.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import { titled } from "../facade/titled.ts";
import { readCommonMark } from "../markup/read-common-mark.ts";
import type { Told } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";

const asItIs = (text: string): Told => ({ lines: [text] });

/** PushDeer's message: `text` and `desp`, in Markdown unless `type` says otherwise; of an image `text` is its address. */
export const pushdeerFormat = defineFacade("pushdeer", (inbound) => {
  const read = readRequest(inbound, { mergeQuery: true });
  if (isRefusal(read)) return read;
  const field = (name: string): string => textOf(read.fields[name]) ?? "";
  const type = field("type").trim().toLowerCase();
  const [text, desp] = [read.text ?? field("text"), field("desp")];
  const chat = chatOf(inbound, read.fields["pushkey"]);
  if (type === "image") return defined({ text: desp, image: text.trim() || undefined, chat });
  const readText = openWithin()(type === "text" ? asItIs : readCommonMark);
  const [first, more] = [readText(text), readText(desp)];
  return defined({
    ...titled(first.lines.join("\n"), more.lines),
    link: first.link ?? more.link,
    image: first.image ?? more.image,
    chat,
  });
});
