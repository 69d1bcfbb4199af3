import { escapeContent } from "./escape-content.ts";
import { type Part, tell, tellLeft } from "./part.ts";
import type { Renderer } from "./style.ts";

const rule = "\n──────\n";

/** Plain text: the title, a line each, the link on a line of its own. */
export const renderText: Renderer = (parts, left, { language, wire }) => {
  const block = (part: Part): string =>
    [...tell(part, language), part.link ?? part.address].filter((line) => line !== undefined).join("\n");
  const text = [...parts.map(block), ...tellLeft(left, language)].join(rule);
  return { form: "text", content: wire === "guild" ? escapeContent(text) : text };
};
