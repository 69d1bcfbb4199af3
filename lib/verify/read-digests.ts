import type { Hmac } from "../model/hmac.ts";
import type { Said } from "../model/said.ts";
import { unescapeBase64 } from "./unescape-base64.ts";

/** How many bytes each algorithm makes. */
const lengths = { sha1: 20, sha256: 32 } as const;

type Written = Pick<Hmac, "prefix" | "between" | "algorithm" | "encoding">;

const lengthOf = ({ algorithm }: Written): number => lengths[algorithm ?? "sha256"];

/** The digests that a header's value carries; none where it is not written as this sender's are. */
export function digestsOf(written: Written, value: string): readonly Uint8Array[] {
  const { prefix = "", between, encoding } = written;
  const texts = between === undefined ? [value] : value.split(between).map((text) => text.trim());
  return texts
    .filter((text) => text.slice(0, prefix.length).toLowerCase() === prefix)
    .map((text) => text.slice(prefix.length))
    .flatMap((digits) => (encoding === "base64" ? fromBase64(digits) : fromHex(digits)))
    .filter(({ byteLength }) => byteLength === lengthOf(written));
}

const fromHex = (digits: string): readonly Uint8Array[] =>
  /^(?:[0-9a-f]{2})+$/i.test(digits) ? [Buffer.from(digits, "hex")] : [];

/** Only as an encoder writes it, with or without its padding, so that no two texts are one signature. */
function fromBase64(digits: string): readonly Uint8Array[] {
  const text = unescapeBase64(digits);
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64").replace(/=+$/, "") === text.replace(/=+$/, "") ? [bytes] : [];
}

/** How a signature has to be written, for whoever wrote it otherwise. */
export function howWritten(written: Written): Said {
  const { prefix = "", encoding } = written;
  const bytes = lengthOf(written);
  const digits =
    encoding === "base64"
      ? { en: `base64 of ${bytes} bytes`, zh: ` ${bytes} 字节的 base64` }
      : { en: `${2 * bytes} hex digits`, zh: ` ${2 * bytes} 位十六进制` };
  return { en: `${prefix && `${prefix} and `}${digits.en}`, zh: `${prefix && ` ${prefix} 加`}${digits.zh}` };
}
