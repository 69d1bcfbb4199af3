import { type FilePart, readFiles } from "../../base/read-multipart.ts";
import type { Inbound } from "../../model/inbound.ts";
import { jsonIn } from "../facade/json-in.ts";
import { objectsOf } from "../facade/members.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import type { Told } from "../markup/told.ts";
import { oneLine } from "../one-line.ts";
import type { ReadMarked } from "./markup.ts";

type Fields = Readonly<Record<string, unknown>>;
type Files = ReadonlyMap<string, FilePart>;

/** What is told of media that cannot be shown; a photo can. */
const signs = {
  photo: "🖼",
  document: "📄",
  animation: "🎬",
  video: "🎬",
  video_note: "🎬",
  audio: "🎵",
  voice: "🎤",
  sticker: "🏷",
} as const;

type Kind = keyof typeof signs;

const isKind = (name: unknown): name is Kind => typeof name === "string" && Object.hasOwn(signs, name);

/** Bytes of a picture that are handed on: what is longer than a notice may keep is still too long after the cut. */
const most = 80_000;

/** The files that come with a request, by their fields. */
export const filesOf = ({ body, headers }: Inbound): Files =>
  new Map(readFiles(body, headers["content-type"]).map((file) => [file.name, file]));

type Medium = { readonly told: Told; readonly image?: string | undefined };

function readMedium(kind: Kind, value: unknown, beside: Fields, files: Files, markup: ReadMarked): Medium {
  const given = textOf(value) ?? "";
  const file = files.get(given.startsWith("attach://") ? given.slice(9) : kind);
  const url = httpLink(given);
  const caption = markup(beside["caption"], beside, "caption_entities");
  const image = kind === "photo" ? (url ?? file?.bytes.subarray(0, most).toString("base64")) : undefined;
  if (image) return { told: caption, image };
  const name = oneLine(textOf(beside["title"]) ?? file?.file ?? "", 100) || fileName(url);
  return {
    told: { ...caption, link: caption.link ?? url, lines: [...caption.lines, `${signs[kind]} ${name}`.trim()] },
  };
}

/** The end of a URL's path, where it is a file's name. */
const fileName = (url: string | undefined): string => {
  const [, name = ""] = /\/([\w%.-]{1,100}\.\w{1,10})$/.exec(url === undefined ? "" : new URL(url).pathname) ?? [];
  return name;
};

/** The media of a message with their captions; the first photo is its image, of more there is a sign. */
export function readMedia(
  fields: Fields,
  files: Files,
  markup: ReadMarked,
): { readonly told: readonly Told[]; readonly image?: string | undefined } {
  const single = (Object.keys(signs) as Kind[])
    .filter((kind) => (fields[kind] ?? "") !== "" || files.has(kind))
    .map((kind) => readMedium(kind, fields[kind], fields, files, markup));
  const group = objectsOf(jsonIn(fields["media"])).flatMap((each) =>
    isKind(each["type"]) ? [readMedium(each["type"], each["media"], each, files, markup)] : [],
  );
  const media = [...single, ...group];
  const photos = media.filter(({ image }) => image !== undefined);
  const more = photos.length > 1 ? [{ lines: ["🖼".repeat(Math.min(photos.length - 1, 9))] }] : [];
  const said = media.length === 0 ? [markup(fields["caption"], fields, "caption_entities")] : [];
  return { told: [...said, ...media.map(({ told }) => told), ...more], image: photos[0]?.image };
}
