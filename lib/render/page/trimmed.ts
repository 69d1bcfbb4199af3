import type { Block } from "./block.ts";
import type { Style } from "../style/style.ts";

/** What does not lead a digest has a link only where that takes no line of its own. */
export const trimmed = (block: Block, { form }: Style): Block => ({
  ...block,
  image: undefined,
  address: undefined,
  link: form === "text" || form === "embed" ? undefined : block.link,
});
