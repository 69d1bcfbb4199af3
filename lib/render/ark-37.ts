import { arkPair } from "./ark-pair.ts";
import { tell, tellLeft } from "./part.ts";
import type { Renderer } from "./style.ts";

/** Template 37, large picture: one title, and everything else as a subtitle in one line. */
export const renderArk37: Renderer = (parts, left, { language }) => {
  const [title, ...body] = parts.flatMap((part) => tell(part, language));
  return {
    form: "ark",
    template: 37,
    kv: [
      arkPair("#PROMPT#", title),
      arkPair("#METATITLE#", title),
      arkPair("#METASUBTITLE#", [...body, ...tellLeft(left, language)].join(" · ")),
      arkPair("#METACOVER#", parts.find((part) => part.image)?.image),
      arkPair("#METAURL#", parts.find((part) => part.link)?.link),
    ],
  };
};
