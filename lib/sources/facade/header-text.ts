/** RFC 2047: `=?utf-8?B?…?=`; blanks between two such words are none. */
const encoded = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]*)\?=(?:[ \t]+(?==\?))?/gi;

function decode(charset: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const fromQ = (text: string): string =>
  text
    .replaceAll("_", " ")
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** A header's value as its sender meant it: raw UTF-8, which comes byte by byte, or encoded words (RFC 2047). */
export function headerText(value: string): string {
  const bytes = Buffer.from(value, "latin1");
  const raw = bytes.toString("latin1") === value ? (decode("utf-8", bytes) ?? value) : value;
  return raw
    .replace(encoded, (whole: string, charset: string, kind: string, data: string) => {
      const isBase64 = kind.toLowerCase() === "b";
      return decode(charset, isBase64 ? Buffer.from(data, "base64") : Buffer.from(fromQ(data), "latin1")) ?? whole;
    })
    .trim();
}
