import type { Finds } from "./told.ts";

const tag = /<at((?:\s[^<>]{0,300})?)>(?:([^<>]{0,100})<\/at>)?|<\/at>/g;
const all = /(?:user_)?id\s*=\s*["']?all\b/;

/**
 * Feishu's marks for people (`<at user_id="ou_…">Name</at>`, `<at id=all></at>`) in words: whom they name, without those that have only
 * an id. Who calls everybody is told by the finds.
 */
export const readAtTags = (text: string, finds: Finds): string =>
  text.replace(tag, (_, attributes = "", name = "") => {
    if (all.test(String(attributes))) {
      finds.calls ??= "@all";
      return "";
    }
    const called = String(name).trim().replace(/^@/, "");
    return called === "" ? "" : `@${called} `;
  });
