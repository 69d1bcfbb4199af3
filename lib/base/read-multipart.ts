/** Parts looked through, and bytes of a text that is kept (a file is passed over). */
const most = { parts: 50, bytes: 250_000 };

const boundaryOf = (type: string): string | undefined =>
  /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]{1,100})"|([^\s;]{1,100}))/i.exec(type)?.slice(1).find(Boolean);

/**
 * The text fields of a multipart form by their names; files are passed over. Undefined where the request says that it is none.
 * (RFC 7578; a reader of files is not needed here, and the platform's own takes 50 ms to load.)
 */
export function readMultipart(
  body: Uint8Array,
  contentType: string | undefined,
): Readonly<Record<string, string>> | undefined {
  const boundary = boundaryOf(contentType ?? "");
  if (boundary === undefined) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mark = Buffer.from(`--${boundary}`);
  const fields = Object.create(null) as Record<string, string>;
  let at = bytes.indexOf(mark);
  for (let parts = 0; at >= 0 && parts < most.parts; parts += 1) {
    const start = at + mark.length;
    const next = bytes.indexOf(mark, start);
    const part = readPart(bytes.subarray(start, next < 0 ? bytes.length : next));
    if (part) fields[part.name] = part.text;
    at = next;
  }
  return fields;
}

function readPart(part: Buffer): { readonly name: string; readonly text: string } | undefined {
  const head = part.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const disposition = part.subarray(0, head).toString("utf8");
  const name = /;\s*name="([^"\r\n]{1,100})"/i.exec(disposition)?.[1];
  if (name === undefined || /;\s*filename\*?=/i.test(disposition)) return undefined;
  const text = part
    .subarray(head + 4)
    .toString("utf8")
    .replace(/\r\n$/, "");
  return text.length > most.bytes ? undefined : { name, text };
}
