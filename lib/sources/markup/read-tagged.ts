import { readHtmlTag } from "./html-tag.ts";
import type { Finds, Told } from "./told.ts";

const angle = /<([^<>\n]{1,2100})>/g;

/** The words of a text that its chat shows as it stands, but for the HTML that some tools write into whatever they send. */
export function readTagged(text: string): Told {
  const finds: Finds = {};
  const words = text.replace(angle, (whole, inner: string) => readHtmlTag(inner, finds) ?? whole);
  return { ...finds, lines: words.split(/\r\n|[\r\n]/) };
}
