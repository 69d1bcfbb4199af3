import { defined } from "../../base/defined.ts";
import { isRefusal, refuse } from "../../model/refusal.ts";
import { chatOf } from "../facade/chat-of.ts";
import { defineFacade } from "../facade/define-facade.ts";
import { textOf } from "../facade/text-of.ts";
import { titled } from "../facade/titled.ts";
import { readCommonMark } from "../markup/read-common-mark.ts";
import type { Told } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";
import { readFields } from "./fields.ts";
import { levelOf } from "./level.ts";

const unreadable = refuse(
  "invalid",
  "ciphertext: only Bark's app has the key to it; send the message without encryption",
  "ciphertext：只有 Bark 的 App 有它的密钥；请不加密发送",
);

/** What Bark's server puts where a message has no words. */
const empty = { text: "Empty Message" };

/** A message's `markdown` stands in place of its `body`. */
const readBody = (markdown: string, body: string): Told =>
  markdown.trim() === "" ? { lines: [body] } : openWithin()(readCommonMark)(markdown);

/** Bark's message: its words in the path, the query or the body, and how it is to interrupt. */
export const barkFormat = defineFacade("bark", (inbound, { levels }) => {
  const fields = readFields(inbound);
  if (isRefusal(fields)) return fields;
  const text = (name: string): string => textOf(fields.get(name)) ?? "";
  const { lines, ...found } = readBody(text("markdown"), text("body"));
  const [link, image] = [text("url") || found.link, text("image") || found.image];
  const told = titled(text("title"), [text("subtitle"), ...lines]);
  const isSilent = told.title === undefined && told.text === "" && image === undefined;
  if (isSilent && text("ciphertext") !== "") return unreadable;
  // A message with the id of an earlier one takes its place.
  const id = text("id");
  const key = id === "" ? undefined : `bark/${id}`;
  const chat = chatOf(inbound, fields.get("device_keys") ?? fields.get("device_key"));
  return defined({
    ...(isSilent ? empty : told),
    ...levelOf(text("level"), text("call"), levels),
    link,
    image,
    key,
    chat,
  });
});
