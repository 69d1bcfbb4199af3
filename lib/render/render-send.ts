import type { Form } from "../model/form.ts";
import { mentionless } from "./sanitize/mentionless.ts";
import { renderArk } from "./forms/ark.ts";
import { toEntries } from "./page/digest.ts";
import { renderEmbed } from "./forms/embed.ts";
import { type Draft, fit, type Fitted } from "./fit/fit.ts";
import { headerOf } from "./words/header.ts";
import { renderMarkdown } from "./forms/markdown.ts";
import { sanitize } from "./sanitize/sanitize.ts";
import { renderCustom, type Unused } from "./forms/custom-template.ts";
import type { SendContent } from "./page/send-content.ts";
import { toBlock } from "./page/block.ts";
import { isWithin } from "./style/size.ts";
import type { Renderer } from "./forms/renderer.ts";
import type { Style } from "./style/style.ts";
import { renderText } from "./forms/text.ts";

/** A message, and why a route's custom template was not used for it, where it has one: for the log. */
export type Rendered = Fitted & { readonly unused?: Unused };

/** One renderer a form: a new form is one file and one line here. */
const renderers = {
  text: renderText,
  markdown: renderMarkdown,
  ark: renderArk,
  embed: renderEmbed,
} as const satisfies Record<Form, Renderer>;

/**
 * Tells everything of a send in one message that is within the style's limit and safe to send, whatever it holds. One
 * notice is told by itself, several in a digest. Each is told, or told among its kind, or one of `leftOut`. Where the
 * limit was shortened so far that a form has no room but for its own signs, plain text takes its place, as it does where
 * a route's custom template cannot be used.
 */
export function renderSend(content: SendContent, style: Style): Rendered {
  const { answer, notices, note } = content;
  const draft: Draft = {
    answer: answer && toBlock(answer, style),
    header: notices.length > 1 ? headerOf(notices, style) : undefined,
    entries: toEntries(notices, style),
    note: note === undefined ? undefined : sanitize(note, style),
  };
  const fitIn = (form: Form) => fit(draft, style.limit, (page) => renderers[form](mentionless(page), style));
  if (style.custom !== undefined) {
    const page = mentionless({ ...draft, entries: draft.entries.map(({ block }) => block), left: 0 });
    const custom = renderCustom(style.custom, content, page, style);
    if ("message" in custom) return { ...custom, leftOut: [], summed: [] };
    return { ...renderSend(content, { ...style, form: "text", custom: undefined }), ...custom };
  }
  const fitted = fitIn(style.form);
  return isWithin(fitted.message, style.limit) ? fitted : fitIn("text");
}
