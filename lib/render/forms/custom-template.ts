import type { Message } from "../../model/message.ts";
import type { Page } from "../page/page.ts";
import { renderCustomArk } from "./custom-ark.ts";
import { renderCustomMarkdown } from "./custom-markdown.ts";
import type { SendContent } from "../page/send-content.ts";
import { isWithin } from "../style/size.ts";
import type { CustomTemplate, Style } from "../style/style.ts";

/**
 * A send in a route's custom template, or why it cannot go out so: one sentence for the log, without content. The template
 * has a place for notices only, and no way to tell that some are left out.
 */
export function renderCustom(
  custom: CustomTemplate,
  { answer, notices, note }: SendContent,
  page: Page,
  style: Style,
): { readonly message: Message } | { readonly unused: string } {
  if (answer !== undefined) return { unused: "it has no place for the answer to a command" };
  if (note !== undefined) return { unused: "it has no place for the note that pushes are used up" };
  try {
    const message =
      custom.kind === "ark"
        ? renderCustomArk(custom, notices, style)
        : renderCustomMarkdown(custom, notices, page, style);
    if (message === undefined) return { unused: "its function answered no values" };
    return isWithin(message, style.limit) ? { message } : { unused: "its values are too long for one message" };
  } catch (error) {
    return { unused: `its function threw ${error instanceof Error ? error.name : typeof error}` };
  }
}
