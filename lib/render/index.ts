import type { Form } from "../model/form.ts";
import type { Message } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import { renderArk } from "./ark.ts";
import { fit } from "./fit.ts";
import { renderMarkdown } from "./markdown.ts";
import { toPart } from "./part.ts";
import type { Renderer, Style } from "./style.ts";
import { renderText } from "./text.ts";

/** One renderer a form: a new form is one file and one line here. */
const renderers = { text: renderText, markdown: renderMarkdown, ark: renderArk } as const satisfies Record<
  Form,
  Renderer
>;

/** Tells notices, at least one, in one message that is within the style's limit and safe to send, whatever they hold. */
export function render(notices: readonly Notice[], style: Style): Message {
  const parts = notices.map((notice) => toPart(notice, style));
  return fit(parts, style.limit, (parts, left) => renderers[style.form](parts, left, style));
}
