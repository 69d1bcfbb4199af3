import { treatLinks } from "./links.ts";
import type { LinkRule } from "./shown-url.ts";

/** Terminal colours, controls, bidi overrides, and all that is not seen but for what emoji and scripts are joined with. */
const hidden =
  /[\p{Cc}--[\s\u0085]]\[[0-9;]*[A-Za-z]|[\p{Cc}--[\s\u0085]]|[\p{DI}--[\p{Join_C}\p{VS}\u{e0020}-\u{e007f}]]/gv;
const spaces = /[\s\u0085]{2,}|[^\S ]|\u0085/g;
const piledMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * QQ's inline forms: `<@id>`, `<#id>`, `<emoji:id>`, `<qqbot-…>`. `;` too, since `&lt;@id>` becomes one when QQ unescapes
 * what it was sent.
 */
const inlineForm = /([<;]\p{DI}*)([@#]|emoji:|qqbot-)/giu;
const everyone = /@(?=\p{DI}*(?:everyone|all|全体成员))/giu;
const wide = { "@": "＠", "#": "＃", ":": "：", "-": "－" } as const;

const widen = (form: string): string => form.replace(/[@#:-]/g, (sign) => wide[sign as keyof typeof wide]);

const breakMentions = (text: string): string =>
  text.replace(inlineForm, (_, opening: string, form: string) => opening + widen(form)).replace(everyone, wide["@"]);

const clean = (text: string): string =>
  text.toWellFormed().replace(hidden, "").replace(spaces, " ").replace(piledMarks, "$1").trim();

/**
 * Foreign text as one line that can neither mention anyone nor hide or turn what stands around it. Signs are made full
 * width rather than parted by something invisible: that survives any unescaping and any stripping of what is not seen.
 */
export const sanitize = (text: string, rule: LinkRule): string => breakMentions(treatLinks(clean(text), rule));

/** True when there is something to be seen. */
export const isTelling = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
