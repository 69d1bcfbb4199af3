import { isObject } from "../../base/is-object.ts";
import type { Message } from "../../model/message.ts";
import type { CustomMarkdown } from "../../model/custom-template.ts";
import { plainText } from "../../model/template-param.ts";
import { keyboardOf } from "./buttons.ts";
import { sanitize } from "../sanitize/sanitize.ts";
import { breakMentions } from "../sanitize/break-mentions.ts";
import { customUrl } from "../sanitize/custom-url.ts";
import type { Page } from "../page/page.ts";
import { percent } from "../sanitize/percent.ts";
import type { Style } from "../style/style.ts";

/** Looked at by hand, as an ark's values are. */
const areParams = (values: unknown): values is Readonly<Record<string, string>> =>
  isObject(values) &&
  [Object.prototype, null].includes(Object.getPrototypeOf(values) as object | null) &&
  Object.entries(values).every(([key, value]) => key !== "" && typeof value === "string");

/** Signs of Markdown that a URL may hold; behind a `#` it holds no more than a place on its page. */
const encode = (url: string): string => url.replace(/#.*/, "").replace(/[*_~[\]|]/g, percent);

/** A route's own Markdown template with the values that its function answered; undefined when they are none. */
export function renderCustomMarkdown(
  custom: CustomMarkdown,
  values: unknown,
  page: Page,
  style: Style,
): Message | undefined {
  if (!areParams(values)) return undefined;
  const keyboard = keyboardOf(page, style);
  const clean = (value: string): string => {
    const url = customUrl(value, style);
    return url === undefined ? breakMentions(sanitize(value, style)) : encode(url);
  };
  return {
    form: "markdown-template",
    template: custom.id,
    params: Object.entries(values).map(([key, value]) => ({ key, values: [plainText(clean(value))] })),
    ...(keyboard !== undefined && { keyboard }),
  };
}
