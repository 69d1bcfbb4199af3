/** Where a link lies in a text. */
export type Span = { readonly start: number; readonly end: number };

const candidate = /https?:\/\/[^\s<>"`\\\u007f-\uffff]+/gi;
const trailing = ".,;:!?'*_~|]}";

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** Length of an URL without the punctuation of the sentence around it; a `)` stays where the URL opened it. */
function lengthOf(url: string): number {
  let unopened = count(url, ")") - count(url, "(");
  let end = url.length;
  for (; end > 0; end--) {
    const last = url.charAt(end - 1);
    if (last === ")" && unopened > 0) unopened--;
    else if (!trailing.includes(last)) break;
  }
  return end;
}

/** The http(s) links of a text, in order. They end at the first character that is not ASCII, since Chinese has no spaces. */
export function findLinks(text: string): readonly Span[] {
  if (!text.includes("://")) return [];
  return Array.from(text.matchAll(candidate), ({ 0: url, index }) => ({
    start: index,
    end: index + lengthOf(url),
  })).filter(({ start, end }) => end > text.indexOf("//", start) + 2);
}
