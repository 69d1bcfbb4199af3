import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import { wordsOf } from "../facade/card.ts";
import type { Words } from "../facade/define-facade.ts";
import { jsonIn } from "../facade/json-in.ts";
import { objectsOf } from "../facade/members.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { filesOf, readMedia } from "./media.ts";
import { openMarkup } from "./markup.ts";
import { readOthers } from "./others.ts";

/** A message of Telegram's: a text, media with captions, or another thing that it has a method for; the first button's link. */
export function readMessage(inbound: Inbound): Words | Refusal {
  const read = readRequest(inbound, { mergeQuery: true });
  if (isRefusal(read)) return read;
  const fields = { ...read.fields, text: read.fields["text"] ?? read.text };
  const markup = openMarkup();
  const media = readMedia(fields, filesOf(inbound), markup);
  const text = markup(fields.text, fields, "entities");
  const words = wordsOf([
    { told: [text, ...media.told, ...readOthers(fields)], image: media.image, button: buttonOf(fields) },
  ]);
  const chat = textOf(read.fields["chat_id"]);
  return { ...words, ...(chat && { chat }) };
}

/** Where the first button leads that is a link. */
function buttonOf({ reply_markup }: Readonly<Record<string, unknown>>): string | undefined {
  const rows = objectsOf(jsonIn(reply_markup)).flatMap(({ inline_keyboard }) => inline_keyboard);
  return objectsOf(rows.flat()).flatMap(({ url }) => httpLink(textOf(url)) ?? [])[0];
}
