import { defined } from "../../base/defined.ts";
import { readFiles } from "../../base/read-multipart.ts";
import type { Inbound } from "../../model/inbound.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import type { ReadOptions } from "../../model/source.ts";
import { defineFacade, type Words } from "../facade/define-facade.ts";
import { tellFiles } from "../facade/files.ts";
import { type ReadRequest, readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";
import { readHtml } from "../markup/read-html.ts";
import { readCommonMark } from "../markup/read-common-mark.ts";
import type { ReadText, Told } from "../markup/told.ts";
import { mediaType } from "../media-type.ts";
import { openWithin } from "../markup/within.ts";
import { remap } from "./remap.ts";
import { readXml } from "./xml.ts";

/** How the words of a body are marked up, by `format`; plain text unless it says so. */
const readers: Readonly<Record<string, ReadText>> = {
  markdown: readCommonMark,
  html: readHtml,
};

/** Words without markup are told as they stand; their lines are found when they are cut. */
const plain: ReadText = (text) => ({ lines: [text] });

/** XML that says so, in itself or by its type. */
function isXml({ body, headers }: Inbound): boolean {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 200)).toString();
  return /^\s*<(?:\?xml|soapenv:)/.test(start) || (/^\s*</.test(start) && /[/+]xml$/.test(mediaType(headers)));
}

/** The fields of a request: XML, or what façades read otherwise. `tag` may stand in the query, and all of it by GET. */
function readFields(inbound: Inbound): ReadRequest | Refusal {
  const read = isXml(inbound) ? readXml(inbound.body) : readRequest(inbound, { mergeQuery: true });
  return isRefusal(read) ? read : { ...read, fields: remap(read.fields, inbound.query) };
}

const partsOf = ({ body, headers }: Inbound) => readFiles(body, headers["content-type"]);

const said = (value: unknown): string | undefined => textOf(value)?.trim() || undefined;

/** A message of the API server's (`body`), or of what its own URLs post (`message`). */
function readMessage(inbound: Inbound, { levels }: ReadOptions): Words | Refusal {
  const read = readFields(inbound);
  if (isRefusal(read)) return read;
  const { title, type, tag, tags, attach, attachment, attachments } = read.fields;
  const told = readWords(read);
  const files = tellFiles(attach ?? attachment ?? attachments, partsOf(inbound));
  return defined({
    title: said(title),
    text: [...told.lines, ...files.lines].join("\n"),
    link: told.link ?? files.link,
    image: files.image ?? told.image,
    ...levelOf(said(type), levels),
    chat: said([tag ?? tags].flat()[0]),
  });
}

function readWords({ fields: { body, message, format }, text = "" }: ReadRequest): Told {
  const reader = lookUp(readers, textOf(format)?.toLowerCase());
  const read = reader ? openWithin()(reader) : plain;
  return read(textOf(body) ?? textOf(message) ?? text);
}

function levelOf(type: string | undefined, scale: LevelScale | undefined): Pick<Words, "level" | "unknownLevel"> {
  const level = type === undefined ? undefined : readLevel(type, scale);
  return defined({ level, unknownLevel: level === undefined ? type : undefined });
}

/** What is posted by Apprise, or to its API server. */
export const appriseFormat = defineFacade("apprise", readMessage);
