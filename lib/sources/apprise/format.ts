import { defined } from "../../base/defined.ts";
import type { Inbound } from "../../model/inbound.ts";
import { isRefusal, type Refusal } from "../../model/refusal.ts";
import type { ReadOptions } from "../../model/source.ts";
import { defineFacade, type Words } from "../facade/define-facade.ts";
import { type ReadRequest, readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";
import { readHtml } from "../markup/read-html.ts";
import { readMarkdown } from "../markup/read-markdown.ts";
import type { ReadText } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";
import { readFiles } from "./files.ts";
import { remap } from "./remap.ts";
import { readXml } from "./xml.ts";

/** How the words of a body are marked up, by `format`; plain text unless it says so. */
const readers: Readonly<Record<string, ReadText>> = {
  markdown: (text) => readMarkdown(text, { angle: () => undefined, calls: [] }),
  html: readHtml,
};

const plain: ReadText = (text) => ({ lines: text.split(/\r\n|[\r\n]/) });

const isXml = ({ body }: Inbound): boolean =>
  /^\s*<(?:\?xml|soapenv:)/.test(Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 200)).toString());

/** The fields of a request: XML, or what façades read otherwise. `tag` may stand in the query, and all of it by GET. */
function readFields(inbound: Inbound): ReadRequest | Refusal {
  const read = isXml(inbound) ? readXml(inbound.body) : readRequest(inbound, { mergeQuery: true });
  return isRefusal(read) ? read : { ...read, fields: remap(read.fields, inbound.query) };
}

/** A message of the API server's (`body`), or of what its own URLs post (`message`). */
function readMessage(inbound: Inbound, { levels }: ReadOptions): Words | Refusal {
  const read = readFields(inbound);
  if (isRefusal(read)) return read;
  const { title, body, message, type, format, tag, tags, attach, attachment, attachments } = read.fields;
  const reader = lookUp(readers, textOf(format)?.toLowerCase()) ?? plain;
  const told = openWithin()(reader)(textOf(body) ?? textOf(message) ?? read.text ?? "");
  const files = readFiles(attach ?? attachment ?? attachments);
  const kind = textOf(type)?.trim() || undefined;
  const level = kind === undefined ? undefined : readLevel(kind, levels);
  const [chat] = [tag ?? tags].flat();
  return defined({
    title: textOf(title)?.trim() || undefined,
    text: [...told.lines, ...files.lines].join("\n"),
    link: told.link ?? files.link,
    image: files.image ?? told.image,
    level,
    unknownLevel: level === undefined ? kind : undefined,
    chat: textOf(chat)?.trim() || undefined,
  });
}

/** What is posted by Apprise, or to its API server. */
export const appriseFormat = defineFacade("apprise", readMessage);
