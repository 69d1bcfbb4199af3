import { blocksOf, sourcesOf } from "../page/page.ts";
import type { Renderer } from "./renderer.ts";
import { layOutText } from "./text.ts";

/** A card: the title, then a field each line. QQ calls no field optional, so a title alone is told with its source. */
export const renderEmbed: Renderer = (page, { language }) => {
  const [title = "", ...lines] = layOutText(page, language).split("\n");
  const thumbnail = blocksOf(page).find((block) => block.image)?.image;
  return {
    form: "embed",
    title,
    prompt: title,
    ...(thumbnail !== undefined && { thumbnail }),
    fields: lines.length > 0 ? lines : [sourcesOf(page) || title],
  };
};
