import type { Form } from "../model/form.ts";
import type { Notice } from "../model/notice.ts";
import { renderArk } from "./ark.ts";
import { toEntries } from "./digest.ts";
import { renderEmbed } from "./embed.ts";
import { type Draft, fit, type Fitted } from "./fit.ts";
import { headerOf } from "./header.ts";
import { renderMarkdown } from "./markdown.ts";
import { neutralise } from "./neutralise.ts";
import { renderOwn } from "./own-template.ts";
import { toPart } from "./part.ts";
import { isWithin } from "./size.ts";
import type { Renderer, Style } from "./style.ts";
import { renderText } from "./text.ts";

/** What one send has to tell; not nothing at all. */
export type SendContent = {
  /** Answers a command, and is told first. */
  readonly answer?: Notice;
  /** In the order to tell them. */
  readonly notices: readonly Notice[];
  /** One short closing line in the style's language; it is always told. */
  readonly note?: string;
};

/** A message, and why a route's own template was not used for it, where it has one: for the log. */
export type Rendered = Fitted & { readonly unused?: string };

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
 * a route's own template cannot be used.
 */
export function renderSend(content: SendContent, style: Style): Rendered {
  const { answer, notices, note } = content;
  const draft: Draft = {
    answer: answer && toPart(answer, style),
    header: notices.length > 1 ? headerOf(notices, style) : undefined,
    entries: toEntries(notices, style),
    note: note === undefined ? undefined : neutralise(note, style),
  };
  const fitIn = (form: Form) => fit(draft, style.limit, (page) => renderers[form](page, style));
  if (style.own !== undefined) {
    const page = { ...draft, entries: draft.entries.map(({ part }) => part), left: 0 };
    const own = renderOwn(style.own, content, page, style);
    if ("message" in own) return { ...own, leftOut: [] };
    return { ...renderSend(content, { ...style, form: "text", own: undefined }), ...own };
  }
  const fitted = fitIn(style.form);
  return isWithin(fitted.message, style.limit) ? fitted : fitIn("text");
}
