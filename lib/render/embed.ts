import { partsOf, sourcesOf } from "./page.ts";
import type { Renderer } from "./style.ts";
import { layOutText } from "./text.ts";

/** A card: the title, then a field each line. QQ calls no field optional, so a title alone is told with its source. */
export const renderEmbed: Renderer = (page, { language }) => {
  const [title = "", ...lines] = layOutText(page, language).split("\n");
  const thumbnail = partsOf(page).find((part) => part.image)?.image;
  return {
    form: "embed",
    title,
    prompt: title,
    ...(thumbnail !== undefined && { thumbnail }),
    fields: lines.length > 0 ? lines : [sourcesOf(page) || title],
  };
};
