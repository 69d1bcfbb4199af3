import type { Part } from "./part.ts";
import type { Style } from "./style.ts";

/** What does not lead a digest has a link only where that takes no line of its own. */
export const aside = (part: Part, { form }: Style): Part => ({
  ...part,
  image: undefined,
  address: undefined,
  link: form === "text" || form === "embed" ? undefined : part.link,
});
