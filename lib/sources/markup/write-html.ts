import type { Writer } from "./line.ts";
import { need } from "./reading.ts";

/** Elements that senders' texts are made of; any other name in angle brackets is a word (`List<String>`). */
const blocks = new Set(
  "address article aside blockquote br center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section select summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const cells = new Set(["td", "th"]);
const unshown = new Set(["script", "style", "template", "title", "head", "textarea", "iframe", "svg", "math"]);
const inline = new Set(
  "a abbr b bdi bdo big body button caption cite code col colgroup data del dfn em font html i input ins kbd label link mark meta noscript picture q rp rt ruby s samp small source span strike strong sub sup time tt u var video wbr".split(
    " ",
  ),
);

/** A comment, a declaration, or a tag: each part ends where the next one of its kind would begin, so that no text is slow. */
const piece = /<!--[^]*?(?:-->|$)|<[!?][^<>]*>|<(\/?)([a-z][a-z0-9]*)(?:[\s/][^<>]*)?>/gi;

const decode = (text: string): string => (text.includes("&") ? need("parser").decodeHtml(text) : text);

/** Writes the words of HTML, piece by piece: an element that is not shown stays open from one piece to the next. */
export function openHtml(writer: Writer, image: string): (html: string) => void {
  let hidden: string | undefined;

  const write = (text: string): void => {
    if (hidden === undefined) writer.write(decode(text));
  };
  const tag = (isEnd: boolean, name: string, whole: string): void => {
    if (hidden !== undefined) {
      if (isEnd && name === hidden) hidden = undefined;
    } else if (unshown.has(name)) {
      if (!isEnd && !whole.endsWith("/>")) hidden = name;
    } else if (blocks.has(name)) writer.end();
    else if (cells.has(name)) writer.cell();
    else if (name === "img") writer.write(image);
    else if (!inline.has(name)) write(whole);
  };

  return (html) => {
    let at = 0;
    for (const { 0: whole, 1: slash, 2: name, index } of html.matchAll(piece)) {
      write(html.slice(at, index));
      at = index + whole.length;
      if (name !== undefined) tag(slash === "/", name.toLowerCase(), whole);
    }
    write(html.slice(at));
  };
}
