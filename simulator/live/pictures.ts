/** Pictures that bots uploaded as bytes, by the name that the page asks for; the latest, for the page to show. */
export type Pictures = Map<string, { readonly type: string; readonly bytes: Buffer }>;

const kept = 40;
const maxBytes = 2 * 1024 * 1024;

/** Kinds of pictures by the bytes that they begin with. */
const beginnings: readonly (readonly [type: string, bytes: RegExp])[] = [
  ["image/png", /^\x89PNG\r\n/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF[\s\S]{4}WEBP/],
];

/** The media type of a picture that a browser shows; undefined for any other bytes. */
function pictureType(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 16).toString("latin1");
  return beginnings.find(([, beginning]) => beginning.test(start))?.[0];
}

/** Keeps a picture, and says where the page finds it; undefined for what is no picture, or too large a one. */
export function keepPicture(pictures: Pictures, name: string, base64: string): string | undefined {
  const bytes = Buffer.from(base64, "base64");
  const type = bytes.length <= maxBytes ? pictureType(bytes) : undefined;
  if (type === undefined) return undefined;
  pictures.set(name, { type, bytes });
  const [oldest] = pictures.keys();
  if (pictures.size > kept && oldest !== undefined) pictures.delete(oldest);
  return `/_sim/picture?file=${encodeURIComponent(name)}`;
}
