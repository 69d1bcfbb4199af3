import type { ImageType } from "../../../lib/model/image.ts";

const latin = (text: string): Buffer => Buffer.from(text, "latin1");

/** The least that is each kind of picture by its first bytes. */
export const pictures = {
  "image/png": latin("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
  "image/jpeg": latin("\xff\xd8\xff\xe0\0\x10JFIF\0"),
  "image/gif": latin("GIF89a\x01\0\x01\0"),
  "image/webp": latin("RIFF\x1a\0\0\0WEBPVP8L"),
} as const satisfies Record<ImageType, Buffer>;

export const png = pictures["image/png"];

export const dataUrl = (bytes: Buffer, type = "image/png"): string => `data:${type};base64,${bytes.toString("base64")}`;

/** One byte less of each beginning, and files that are no picture that QQ shows. */
export const noPictures: Readonly<Record<string, Buffer>> = {
  empty: latin(""),
  "cut PNG": png.subarray(0, 7),
  GIF90a: latin("GIF90a\x01\0"),
  "a RIFF that is sound": latin("RIFF\x1a\0\0\0WAVEfmt "),
  HTML: latin("<!doctype html><script>1</script>"),
  SVG: latin('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  "PNG after a space": Buffer.concat([latin(" "), png]),
};
