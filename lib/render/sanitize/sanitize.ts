import { breakInLinks } from "./break-mentions.ts";
import { clean } from "./clean.ts";
import { treatLinks } from "./links.ts";
import type { LinkRule } from "./shown-url.ts";

/** Foreign text as one clean line with its links as the policy shows them. What it may mention is broken on the page. */
export const sanitize = (text: string, rule: LinkRule): string => treatLinks(breakInLinks(clean(text)), rule);

/** True when there is something to be seen. */
export const isTelling = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
