import type { Inbound } from "../../model/inbound.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import type { ReadOptions } from "../../model/source.ts";
import { type Card, wordsOf } from "../facade/card.ts";
import type { Words } from "../facade/define-facade.ts";
import { withHeadingLevel } from "../facade/heading-level.ts";
import { member } from "../facade/members.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import type { Thing } from "../facade/things.ts";
import { isMarked } from "../markup/is-marked.ts";
import type { ReadText, Told } from "../markup/told.ts";
import { parseJson } from "../read-json.ts";
import { isCard, readCard } from "./card.ts";
import { hasPicture, readPost } from "./post.ts";
import { openReaders, type Readers } from "./readers.ts";
import { readTemplate } from "./template.ts";

/** Things that Feishu keeps, by the name of their key in a message's content. */
const things: Readonly<Record<string, Thing["kind"]>> = {
  image_key: "picture",
  share_chat_id: "group",
  file_key: "file",
};

/** What some clients write as a text that holds JSON. */
function opened(value: unknown): unknown {
  if (typeof value !== "string" || !value.trimStart().startsWith("{")) return value;
  const parsed = parseJson(value);
  return isRefusal(parsed) ? value : parsed.json;
}

/** A text, which flows draw as Markdown where it has some. */
const readText = (value: unknown, { plain, markdown }: Readers): Told => {
  const text = textOf(value) ?? "";
  return (isMarked(text) ? markdown : plain)(text);
};

/** A message to one of Feishu's bots (open.feishu.cn, "Custom bots"), of the first version too: `title` and `text`. */
export function readMessage(inbound: Inbound, { levels }: ReadOptions, markdown: ReadText): Words | Refusal {
  const request = readRequest(inbound);
  if (isRefusal(request)) return request;
  const { fields } = request;
  const kind = textOf(fields["msg_type"]) ?? "";
  const readers = openReaders(markdown, levels);
  const words = wordsOf([readBody(kind, fields, readers, levels)]);
  const thing = thingOf(opened(fields["content"]), opened(fields["card"]));
  const chat = textOf(fields["chat_id"] ?? fields["receive_id"]);
  return { ...words, ...(thing && { thing }), ...(chat && { chat }) };
}

function thingOf(content: unknown, card: unknown): Thing | undefined {
  if (member(card, "data", "template_id") !== undefined) return { kind: "card" };
  if (hasPicture(content)) return { kind: "picture" };
  const [, kind] = Object.entries(things).find(([name]) => member(content, name) !== undefined) ?? [];
  return kind && { kind };
}

type Fields = Readonly<Record<string, unknown>>;

function readBody(kind: string, fields: Fields, readers: Readers, scale: LevelScale | undefined): Card {
  const content = opened(fields["content"]);
  const card = opened(fields["card"]) ?? content;
  if (member(card, "data", "template_id") !== undefined) return readTemplate(member(card, "data"), readers, scale);
  if (isCard(card)) return readCard(card, readers, scale);
  if (kind === "post" || member(content, "post") !== undefined) return readPost(content, readers);
  const text = member(content, "text") ?? fields["text"] ?? content;
  const told = kind === "interactive" ? readers.markdown(text) : readText(text, readers);
  const title = textOf(member(content, "title") ?? fields["title"])?.trim() || undefined;
  return withHeadingLevel({ title, told: [told], level: readers.level() }, scale);
}
