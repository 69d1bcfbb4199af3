import { defined } from "../../base/defined.ts";
import type { Level } from "../../model/level.ts";
import { isRefusal } from "../../model/refusal.ts";
import { defineFacade } from "../facade/define-facade.ts";
import { member } from "../facade/members.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";
import { httpLink } from "../http-link.ts";
import { readCommonMark } from "../markup/read-common-mark.ts";
import type { Told } from "../markup/told.ts";
import { openWithin } from "../markup/within.ts";

/** Gotify's priorities are 0 to 10: its clients sound from 4 on, and stay on the screen from 8 on. */
function levelOf(priority: unknown): Level | undefined {
  const number = Number(textOf(priority));
  if (priority === undefined || !Number.isFinite(number)) return undefined;
  if (number >= 10) return "critical";
  if (number >= 8) return "error";
  return number >= 4 ? "warning" : "info";
}

const asItIs = (text: string): Told => ({ lines: [text] });

/** Gotify's message: `title`, `message`, `priority`, and what its extras say of link, picture and markup; else what Markdown links to. */
export const gotifyFormat = defineFacade("gotify", (inbound) => {
  const read = readRequest(inbound, { mergeQuery: true });
  if (isRefusal(read)) return read;
  const { title, message, priority, extras } = read.fields;
  const notification = member(extras, "client::notification");
  const isMarkdown = member(extras, "client::display", "contentType") === "text/markdown";
  const { lines, link, image } = openWithin()(isMarkdown ? readCommonMark : asItIs)(textOf(message) ?? "");
  return defined({
    title: textOf(title) || undefined,
    text: lines.join("\n"),
    level: levelOf(priority),
    link: httpLink(textOf(member(notification, "click", "url"))) ?? link,
    image: textOf(member(notification, "bigImageUrl")) || image,
  });
});
