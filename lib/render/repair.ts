import type { Repair } from "../model/outcome.ts";
import type { Style } from "./style.ts";

/** How one message goes out, and what QQ's refusals of it have changed. */
export type Look = {
  readonly style: Style;
  /** Whether the body's `content` filler is the other one than usual: QQ's pages differ on it. */
  readonly filler: boolean;
  /** Whether the notice's picture is to go beside its words. */
  readonly media: "wanted" | "none";
  /** What mended this message so far, in order. */
  readonly repairs: readonly Repair[];
};

/** How a message begins: with its picture, where it has one to show. */
export const firstLook = (style: Style, image?: string): Look => ({
  style,
  filler: false,
  media: image === undefined ? "none" : "wanted",
  repairs: [],
});

/** Below this many characters a message is not shortened further: what remains is title and link. */
const shortest = 200;

/** Forms that not every bot may send have free Markdown below them, and that has text. */
export const isAboveMarkdown = ({ form, own }: Style): boolean =>
  form === "ark" || form === "embed" || own?.kind === "markdown";

type Change = Partial<Pick<Look, "filler" | "media">> & {
  readonly style?: Partial<Style>;
  readonly by: readonly Repair[];
};

/** The first of these that is not taken, where the links of a message were refused. Last to go are the domains one registered. */
function hideLinks({ links, domains = [], redirect }: Style): Partial<Style> | undefined {
  if (links === "keep" && redirect !== undefined) return { links: "redirect" };
  if (links === "keep" || links === "redirect") return { links: "defang" };
  if (links === "defang") return { links: "strip" };
  return domains.length > 0 ? { domains: [] } : undefined;
}

const dropMedia = ({ media }: Look): Change | undefined =>
  media === "wanted" ? { media: "none", style: { picture: "lost" }, by: ["media"] } : undefined;

/** What each repair makes of a look; undefined where it changes nothing, since it was made before or has no bearing. */
const menders = {
  markdown: ({ style }) =>
    isAboveMarkdown(style) ? { style: { form: "markdown", own: undefined }, by: ["markdown"] } : undefined,
  text: ({ style }) =>
    style.form === "text"
      ? undefined
      : { style: { form: "text", own: undefined }, by: isAboveMarkdown(style) ? ["markdown", "text"] : ["text"] },
  shorten: ({ style: { limit } }) => {
    const [characters, bytes] = [Math.floor(limit.characters / 2), Math.floor(limit.bytes / 2)];
    return characters < shortest ? undefined : { style: { limit: { characters, bytes } }, by: ["shorten"] };
  },
  links: ({ style }) => {
    const change = hideLinks(style);
    return change && { style: change, by: ["links"] };
  },
  // Beside a picture `content` is the words themselves: it is the picture that goes.
  filler: (look) => {
    if (look.media === "wanted") return dropMedia(look);
    return look.repairs.includes("filler") ? undefined : { filler: !look.filler, by: ["filler"] };
  },
  keyboard: ({ style }) => (style.buttons ? { style: { buttons: undefined }, by: ["keyboard"] } : undefined),
  media: dropMedia,
  everyone: ({ style }) => (style.mentions?.length ? { style: { mentions: [] }, by: ["everyone"] } : undefined),
} as const satisfies Record<Repair, (look: Look) => Change | undefined>;

/** The look to send again with after QQ refused content: the first of its repairs that changes something. */
export function mend(look: Look, repairs: readonly Repair[]): Look | undefined {
  for (const repair of repairs) {
    const change = menders[repair](look);
    if (!change) continue;
    const { style, by, ...rest } = change;
    return { ...look, ...rest, style: { ...look.style, ...style }, repairs: [...look.repairs, ...by] };
  }
  return undefined;
}
