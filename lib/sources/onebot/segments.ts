import { isRefusal } from "../../model/refusal.ts";
import { member } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { lookUp } from "../look-up.ts";
import type { Segment } from "../markup/read-cq.ts";
import type { Finds, Told } from "../markup/told.ts";
import { parseJson } from "../read-json.ts";
import { faces } from "./faces.ts";
import { readNodes } from "./forward.ts";

type Data = Segment["data"];

/** How many talks within talks are read. */
const maxDepth = 3;

type Read = (data: Data, finds: Finds, depth: number) => string;

/** The first of some names under which a text stands. */
const first = (data: Data, ...names: readonly string[]): string | undefined =>
  names.map((name) => textOf(data[name])).find((text) => text?.trim());

/** A line of its own, with a link behind it. */
const block = (words: string | undefined, url: string | undefined, finds: Finds): string => {
  const link = httpLink(url);
  if (words !== undefined) finds.link ??= link;
  return `\n${words ?? link ?? ""}\n`;
};

/** Where a segment's file can be had. Files of the sender's own machine (`file://`) can not. */
const addressOf = (data: Data): string | undefined =>
  ["url", "file", "uri"].flatMap((name) => httpLink(textOf(data[name])) ?? [])[0];

/** A picture's bytes as base64 or a `data:` URL. */
function bytesOf(data: Data): string | undefined {
  const given = first(data, "file", "uri", "url") ?? "";
  return given.startsWith("base64://") ? given.slice(9) : (/^data:image\//i.exec(given)?.input ?? undefined);
}

/** The first picture is the message's; of others, and of one that cannot be had, there is only a sign. */
function readImage(data: Data, finds: Finds): string {
  const image = addressOf(data) ?? bytesOf(data);
  if (image === undefined || finds.image !== undefined) return "\n🖼\n";
  finds.image = image;
  return "\n";
}

function readCall(data: Data, finds: Finds): string {
  const id = first(data, "qq", "user_id");
  if (id !== "all") return `@${first(data, "name") ?? id ?? ""} `;
  finds.calls ??= "@all";
  return "";
}

/** A card of QQ's own: what a phone shows of it, and where it leads. */
function readCard(data: Data, finds: Finds): string {
  const read = parseJson(first(data, "data", "json_payload") ?? "");
  const card = isRefusal(read) ? undefined : read.json;
  const [detail] = Object.values(Object(member(card, "meta")) as object) as readonly unknown[];
  const url = textOf(member(detail, "qqdocurl") ?? member(detail, "jumpUrl"));
  const words = textOf(member(card, "prompt")) ?? textOf(member(detail, "title"));
  return block(words ?? "🗂", url, finds);
}

const titled =
  (sign: string, ...names: readonly string[]) =>
  (data: Data, finds: Finds): string =>
    block(`${sign} ${first(data, ...names) ?? ""}`.trim(), addressOf(data), finds);

const nothing = (): string => "";

/** What each kind of segment says (onebot-11, "message/segment.md"; Milky's under their own names); of any other its name. */
const kinds: Readonly<Record<string, Read>> = {
  text: ({ text }) => textOf(text) ?? "",
  markdown: ({ content }) => textOf(content) ?? "",
  tts: ({ text }) => textOf(text) ?? "",
  at: readCall,
  mention: readCall,
  mention_all: (_, finds) => readCall({ qq: "all" }, finds),
  image: readImage,
  face: ({ id, face_id, raw }) =>
    lookUp(faces, textOf(id ?? face_id)) ?? textOf(member(raw, "faceText")) ?? `[face ${textOf(id ?? face_id) ?? ""}]`,
  mface: (data) => first(data, "summary") ?? "🙂",
  market_face: (data) => first(data, "summary") ?? "🙂",
  bface: () => "🙂",
  share: (data, finds) =>
    block(
      [first(data, "title"), first(data, "content")].filter(Boolean).join("\n") || undefined,
      first(data, "url"),
      finds,
    ),
  music: titled("🎵", "title"),
  record: titled("🎤"),
  video: titled("🎬"),
  file: titled("📄", "name", "file_name"),
  location: titled("📍", "title", "content"),
  contact: titled("👤", "id"),
  json: readCard,
  light_app: readCard,
  xml: () => "\n🗂\n",
  rps: () => "✊",
  dice: () => "🎲",
  poke: () => "👋",
  shake: () => "👋",
  forward: ({ messages }, finds, depth) => within(messages, finds, depth) || "\n🗂\n",
  node: ({ content }, finds, depth) => textOf(content) ?? within([{ content }], finds, depth),
  reply: nothing,
  anonymous: nothing,
};

/** A talk that is part of a message, on lines of its own. */
function within(messages: unknown, finds: Finds, depth: number): string {
  if (depth >= maxDepth) return "";
  const told = readNodes(messages, (segments) => readSegments(segments, depth + 1));
  for (const { link, image, calls } of told) {
    finds.link ??= link;
    finds.image ??= image;
    finds.calls ??= calls;
  }
  return told.flatMap(({ lines }) => ["", ...lines, ""]).join("\n");
}

/** What a message's segments say, in words; `depth` counts the talks that they are in. */
export function readSegments(segments: readonly Segment[], depth = 0): Told {
  const finds: Finds = {};
  const words = segments.map(({ type, data }) => {
    const read = lookUp(kinds, type);
    if (read) return read(data, finds, depth);
    return type === "" ? "" : `[${type.slice(0, 20)}]`;
  });
  return { ...finds, lines: words.join("").split(/\r\n|[\r\n]/) };
}
