import { arkPair } from "./ark-pair.ts";
import { partsOf, sourcesOf, tellPage } from "./page.ts";
import type { Renderer } from "./style.ts";

/** Template 24, text with thumbnail: one title, and everything else as a description in one line. */
export const renderArk24: Renderer = (page, { language }) => {
  const [title, ...body] = tellPage(page, language);
  const parts = partsOf(page);
  const source = sourcesOf(page);
  return {
    form: "ark",
    template: 24,
    kv: [
      arkPair("#DESC#", source),
      arkPair("#PROMPT#", title),
      arkPair("#TITLE#", title),
      arkPair("#METADESC#", body.join(" · ")),
      arkPair("#IMG#", parts.find((part) => part.image)?.image),
      arkPair("#LINK#", parts.find((part) => part.link)?.link),
      arkPair("#SUBTITLE#", source),
    ],
  };
};
