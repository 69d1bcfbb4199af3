import { arkPair } from "./ark-pair.ts";
import { partsOf, tellPage } from "./page.ts";
import type { Renderer } from "./style.ts";

/** Template 37, large picture: one title, and everything else as a subtitle in one line. */
export const renderArk37: Renderer = (page, { language }) => {
  const [title, ...body] = tellPage(page, language);
  const parts = partsOf(page);
  return {
    form: "ark",
    template: 37,
    kv: [
      arkPair("#PROMPT#", title),
      arkPair("#METATITLE#", title),
      arkPair("#METASUBTITLE#", body.join(" · ")),
      arkPair("#METACOVER#", parts.find((part) => part.image)?.image),
      arkPair("#METAURL#", parts.find((part) => part.link)?.link),
    ],
  };
};
