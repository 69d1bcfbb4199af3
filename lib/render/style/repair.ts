import type { Repair } from "../../model/outcome.ts";
import type { Style } from "./style.ts";

/** How one message goes out, and what QQ's refusals of it have changed. */
export type Appearance = {
  readonly style: Style;
  /** Whether the body's `content` filler is the other one than usual: QQ's pages differ on it. */
  readonly filler: boolean;
  /** Whether the notice's picture is to go beside its words. */
  readonly media: "wanted" | "none";
  /** What repaired this message so far, in order. */
  readonly repairs: readonly Repair[];
};

/** How a message begins: with its picture, where it has one to show. */
export const firstAppearance = (style: Style, image?: string): Appearance => ({
  style,
  filler: false,
  media: image === undefined ? "none" : "wanted",
  repairs: [],
});

/** Below this many characters a message is not shortened further: what remains is title and link. */
const minCharacters = 200;

/** Forms that not every bot may send have free Markdown below them, and that has text. */
export const isAboveMarkdown = ({ form, custom }: Style): boolean =>
  form === "ark" || form === "embed" || custom?.kind === "markdown";

type Change = Partial<Pick<Appearance, "filler" | "media">> & {
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

const dropMedia = ({ media }: Appearance): Change | undefined =>
  media === "wanted" ? { media: "none", style: { picture: "lost" }, by: ["media"] } : undefined;

/** What each repair makes of an appearance; undefined where it changes nothing, since it was made before or has no bearing. */
const changes = {
  markdown: ({ style }) =>
    isAboveMarkdown(style) ? { style: { form: "markdown", custom: undefined }, by: ["markdown"] } : undefined,
  text: ({ style }) =>
    style.form === "text"
      ? undefined
      : { style: { form: "text", custom: undefined }, by: isAboveMarkdown(style) ? ["markdown", "text"] : ["text"] },
  shorten: ({ style: { limit } }) => {
    const [characters, bytes] = [Math.floor(limit.characters / 2), Math.floor(limit.bytes / 2)];
    return characters < minCharacters ? undefined : { style: { limit: { characters, bytes } }, by: ["shorten"] };
  },
  links: ({ style }) => {
    const change = hideLinks(style);
    return change && { style: change, by: ["links"] };
  },
  // Counts a picture `content` is the words themselves: it is the picture that goes.
  filler: (appearance) => {
    if (appearance.media === "wanted") return dropMedia(appearance);
    return appearance.repairs.includes("filler") ? undefined : { filler: !appearance.filler, by: ["filler"] };
  },
  keyboard: ({ style }) => (style.buttons ? { style: { buttons: undefined }, by: ["keyboard"] } : undefined),
  media: dropMedia,
  everyone: ({ style }) => (style.mentions?.length ? { style: { mentions: [] }, by: ["everyone"] } : undefined),
} as const satisfies Record<Repair, (appearance: Appearance) => Change | undefined>;

/** The appearance to send again with after QQ refused content: the first of its repairs that changes something. */
export function repair(appearance: Appearance, repairs: readonly Repair[]): Appearance | undefined {
  for (const name of repairs) {
    const change = changes[name](appearance);
    if (!change) continue;
    const { style, by, ...rest } = change;
    return {
      ...appearance,
      ...rest,
      style: { ...appearance.style, ...style },
      repairs: [...appearance.repairs, ...by],
    };
  }
  return undefined;
}
