import type { Repair } from "../model/outcome.ts";
import type { Style } from "./style.ts";

/** A style, and whether the body's `content` filler is the other one than usual (qq.md's filler rule differs by page). */
export type Look = { readonly style: Style; readonly filler: boolean };

/** Below this many characters a message is not shortened further: what remains is title and link. */
const shortest = 200;

/** What each repair makes of a look; undefined where it changes nothing, since it was made before or has no bearing. */
const menders = {
  markdown: ({ style, filler }) =>
    style.form === "ark" ? { style: { ...style, form: "markdown" }, filler } : undefined,
  text: ({ style, filler }) => (style.form === "text" ? undefined : { style: { ...style, form: "text" }, filler }),
  shorten: ({ style, filler }) => {
    const { characters, bytes } = style.limit;
    const limit = { characters: Math.floor(characters / 2), bytes: Math.floor(bytes / 2) };
    return limit.characters < shortest ? undefined : { style: { ...style, limit }, filler };
  },
  links: ({ style, filler }) => {
    const stricter = ({ keep: "defang", defang: "strip", strip: undefined } as const)[style.links];
    return stricter && { style: { ...style, links: stricter }, filler };
  },
  filler: ({ style, filler }) => (filler ? undefined : { style, filler: true }),
  keyboard: () => undefined,
  media: () => undefined,
  everyone: () => undefined,
} as const satisfies Record<Repair, (look: Look) => Look | undefined>;

/** The look to send again with after QQ refused content: the first of its repairs that changes something. */
export function mend(look: Look, repairs: readonly Repair[]): Look | undefined {
  for (const repair of repairs) {
    const mended = menders[repair](look);
    if (mended) return mended;
  }
  return undefined;
}
