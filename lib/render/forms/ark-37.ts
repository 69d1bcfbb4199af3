import { arkPair } from "./ark-pair.ts";
import { blocksOf, tellPage } from "../page/page.ts";
import type { Renderer } from "./renderer.ts";

/** Template 37, large picture: one title, and everything else as a subtitle in one line. */
export const renderArk37: Renderer = (page, { language }) => {
  const [title, ...body] = tellPage(page, language);
  const blocks = blocksOf(page);
  return {
    form: "ark",
    template: 37,
    kv: [
      arkPair("#PROMPT#", title),
      arkPair("#METATITLE#", title),
      arkPair("#METASUBTITLE#", body.join(" · ")),
      arkPair("#METACOVER#", blocks.find((block) => block.image)?.image),
      arkPair("#METAURL#", blocks.find((block) => block.link)?.link),
    ],
  };
};
