import { isObject } from "../../base/is-object.ts";
import { readFiles } from "../../base/read-multipart.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import type { ReadOptions } from "../../model/source.ts";
import { type Card, wordsOf } from "../facade/card.ts";
import type { Words } from "../facade/define-facade.ts";
import { tellFiles } from "../facade/files.ts";
import { member, objectsOf } from "../facade/members.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import { readDiscordAngle } from "../markup/discord-angle.ts";
import { readMarkdown } from "../markup/read-markdown.ts";
import { openWithin } from "../markup/within.ts";
import { readComponents } from "./components.ts";
import { readEmbed, type ReadValue } from "./embed.ts";

const spoiler = /\|\|([^|\n]+)\|\|/g;
const small = /^-# /gm;

const markup = { angle: readDiscordAngle, calls: ["everyone", "here"] };

const read = (text: string) => readMarkdown(text.replace(spoiler, "$1").replace(small, ""), markup);

/** A message of Discord's webhooks: `content`, embeds, components, a poll's question, files. An embed's title says more than a call before it. */
export function readMessage(inbound: Inbound, { levels }: ReadOptions): Words | Refusal {
  const request = readRequest(inbound);
  if (isRefusal(request)) return request;
  const { fields } = request;
  const within = openWithin()(read);
  const readValue: ReadValue = (value) => within(textOf(value) ?? "");
  const { calls, ...content } = readValue(request.text ?? fields["content"]);
  const isCall = calls !== undefined && mayCall(fields["allowed_mentions"]);
  const words = wordsOf(
    [
      { told: [{ ...content, ...(isCall && { calls }) }] },
      ...objectsOf(fields["embeds"]).map((embed) => readEmbed(embed, readValue, levels)),
      readComponents(fields["components"], readValue, levels),
      { told: pollOf(fields["poll"], readValue) },
      filesOf(inbound),
    ],
    { isCardFirst: true },
  );
  const thread = inbound.query["thread_id"];
  return { ...words, ...(thread && { chat: thread }) };
}

/** A sender may say that its `@everyone` calls nobody. */
const mayCall = (allowed: unknown): boolean =>
  !isObject(allowed) || (Array.isArray(allowed["parse"]) && allowed["parse"].includes("everyone"));

/** Files come in a form, with or without words beside them. */
function filesOf({ body, headers }: Inbound): Card {
  const { lines, image } = tellFiles([], readFiles(body, headers["content-type"]));
  return { told: [{ lines }], image };
}

const pollOf = (poll: unknown, read: ReadValue) => [
  read(member(poll, "question", "text")),
  ...objectsOf(member(poll, "answers")).map((answer) => read(member(answer, "poll_media", "text"))),
];
