import { callConfigured } from "../../base/call-configured.ts";
import type { Message } from "../../model/message.ts";
import type { Page } from "../page/page.ts";
import { renderCustomArk } from "./custom-ark.ts";
import { renderCustomMarkdown } from "./custom-markdown.ts";
import type { SendContent } from "../page/send-content.ts";
import { isWithin } from "../style/size.ts";
import type { CustomTemplate, Style } from "../style/style.ts";

/** Why a custom template was not used, for the log and without content. `fault`: its own function is to blame. */
export type Unused = { readonly kind: "fault" | "no-place"; readonly reason: string };

/**
 * A send in a route's custom template, or why it cannot go out so. The template has a place for notices only, and no way to
 * tell that some are left out.
 */
export function renderCustom(
  custom: CustomTemplate,
  { answer, notices, note }: SendContent,
  page: Page,
  style: Style,
): { readonly message: Message } | { readonly unused: Unused } {
  if (answer !== undefined) return unused("no-place", "it has no place for the answer to a command");
  if (note !== undefined) return unused("no-place", "it has no place for the note that pushes are used up");
  const called = callConfigured<unknown>(() => (custom.kind === "ark" ? custom.kv(notices) : custom.params(notices)));
  if (called.kind === "fault") return unused("fault", called.reason);
  const message =
    custom.kind === "ark"
      ? renderCustomArk(custom, called.answer, style)
      : renderCustomMarkdown(custom, called.answer, page, style);
  if (message === undefined) return unused("fault", "it answered no values");
  return isWithin(message, style.limit) ? { message } : unused("no-place", "its values are too long for one message");
}

const unused = (kind: Unused["kind"], reason: string): { readonly unused: Unused } => ({ unused: { kind, reason } });
