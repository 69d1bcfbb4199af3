import { arkPair } from "./ark-pair.ts";
import { blocksOf, sourcesOf, tellPage } from "../page/page.ts";
import type { Renderer } from "./renderer.ts";

/** Template 24, text with thumbnail: one title, and everything else as a description in one line. */
export const renderArk24: Renderer = (page, { language }) => {
  const [title, ...body] = tellPage(page, language);
  const blocks = blocksOf(page);
  const source = sourcesOf(page);
  return {
    form: "ark",
    template: 24,
    kv: [
      arkPair("#DESC#", source),
      arkPair("#PROMPT#", title),
      arkPair("#TITLE#", title),
      arkPair("#METADESC#", body.join(" · ")),
      arkPair("#IMG#", blocks.find((block) => block.image)?.image),
      arkPair("#LINK#", blocks.find((block) => block.link)?.link),
      arkPair("#SUBTITLE#", source),
    ],
  };
};
