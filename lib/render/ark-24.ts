import { arkPair } from "./ark-pair.ts";
import { tell, tellLeft } from "./part.ts";
import type { Renderer } from "./style.ts";

/** Template 24, text with thumbnail: one title, and everything else as a description in one line. */
export const renderArk24: Renderer = (parts, left, { language }) => {
  const [title, ...body] = parts.flatMap((part) => tell(part, language));
  const source = parts.at(0)?.source;
  return {
    form: "ark",
    template: 24,
    kv: [
      arkPair("#DESC#", source),
      arkPair("#PROMPT#", title),
      arkPair("#TITLE#", title),
      arkPair("#METADESC#", [...body, ...tellLeft(left, language)].join(" · ")),
      arkPair("#IMG#", parts.find((part) => part.image)?.image),
      arkPair("#LINK#", parts.find((part) => part.link)?.link),
      arkPair("#SUBTITLE#", source),
    ],
  };
};
