import type { Message } from "../model/message.ts";
import type { Page } from "./page.ts";
import { renderOwnArk } from "./own-ark.ts";
import { renderOwnMarkdown } from "./own-markdown.ts";
import type { SendContent } from "./render-send.ts";
import { isWithin } from "./size.ts";
import type { OwnTemplate, Style } from "./style.ts";

/**
 * A send in a route's own template, or why it cannot go out so: one sentence for the log, without content. The template
 * has a place for notices only, and no way to tell that some are left out.
 */
export function renderOwn(
  own: OwnTemplate,
  { answer, notices, note }: SendContent,
  page: Page,
  style: Style,
): { readonly message: Message } | { readonly unused: string } {
  if (answer !== undefined) return { unused: "it has no place for the answer to a command" };
  if (note !== undefined) return { unused: "it has no place for the note that pushes are used up" };
  try {
    const message =
      own.kind === "ark" ? renderOwnArk(own, notices, style) : renderOwnMarkdown(own, notices, page, style);
    if (message === undefined) return { unused: "its function answered no values" };
    return isWithin(message, style.limit) ? { message } : { unused: "its values are too long for one message" };
  } catch (error) {
    return { unused: `its function threw ${error instanceof Error ? error.name : typeof error}` };
  }
}
