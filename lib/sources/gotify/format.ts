import { isObject } from "../../base/is-object.ts";
import type { Level } from "../../model/level.ts";
import { isRefusal } from "../../model/refusal.ts";
import { readMarkup } from "../markup/read-markup.ts";
import { defineFacade } from "../facade/define-facade.ts";
import { readRequest } from "../facade/read-request.ts";
import { textOf } from "../facade/text-of.ts";

/** Gotify's priorities are 0 to 10: its clients sound from 4 on, and stay on the screen from 8 on. */
function levelOf(priority: unknown): Level | undefined {
  const number = Number(textOf(priority));
  if (priority === undefined || !Number.isFinite(number)) return undefined;
  if (number >= 10) return "critical";
  if (number >= 8) return "error";
  return number >= 4 ? "warning" : "info";
}

const member = (value: unknown, name: string): unknown => (isObject(value) ? Reflect.get(value, name) : undefined);

/** Gotify's message: `title`, `message`, `priority`, and what its extras say of link and markup. */
export const gotifyFormat = defineFacade("gotify", (inbound) => {
  const read = readRequest(inbound, { mergeQuery: true });
  if (isRefusal(read)) return read;
  const { title, message, priority, extras } = read.fields;
  const link = textOf(member(member(member(extras, "client::notification"), "click"), "url"));
  const image = textOf(member(member(extras, "client::notification"), "bigImageUrl"));
  const isMarkdown = member(member(extras, "client::display"), "contentType") === "text/markdown";
  const text = textOf(message) ?? "";
  const level = levelOf(priority);
  return {
    text: isMarkdown
      ? readMarkup(text, { image: "" })
          .map(({ words }) => words)
          .join("\n")
      : text,
    ...(textOf(title) && { title: textOf(title) ?? "" }),
    ...(level && { level }),
    ...(link && { link }),
    ...(image && { image }),
  };
});
