import { isRefusal, type Refusal } from "../../model/refusal.ts";
import type { ReadRequest } from "../facade/read-request.ts";
import { lookUp } from "../look-up.ts";
import { readText } from "../read-json.ts";

/** Names of the fields in its XML (apprise/plugins/custom_xml.py), as its JSON has them. */
const names = { Subject: "title", Message: "message", MessageType: "type" } as const;

const signs = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" } as const satisfies Readonly<Record<string, string>>;

/** XML's five names and the numbers of characters; anything else stays as it stands. */
const unescapeXml = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
    (whole, decimal?: string, hex?: string, name = "") => {
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : (lookUp<string>(signs, String(name)) ?? whole);
    },
  );

/** The first element of a name, without attributes and without elements in it. */
function elementOf(text: string, name: string): string | undefined {
  const open = `<${name}>`;
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(`</${name}>`, start);
  return end < 0 ? undefined : unescapeXml(text.slice(start + open.length, end));
}

const attachment = /<Attachment\s([^<>]{0,1000})>([^<>]*)<\/Attachment>/g;

const attribute = (attributes: string, name: string): string =>
  unescapeXml(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? "");

/** The files of an envelope, as its JSON has them. */
const filesOf = (text: string) =>
  [...text.matchAll(attachment)].map(([, attributes = "", base64 = ""]) => ({
    filename: attribute(attributes, "filename"),
    mimetype: attribute(attributes, "mimetype"),
    base64,
  }));

/** The fields of a SOAP envelope as `xml://` posts it. */
export function readXml(bytes: Uint8Array): ReadRequest | Refusal {
  const read = readText(bytes);
  if (isRefusal(read)) return read;
  const fields = Object.entries(names).flatMap(([name, field]) => {
    const value = elementOf(read.text, name);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { fields: { ...Object.fromEntries(fields), attachments: filesOf(read.text) } };
}
