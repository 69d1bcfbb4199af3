import * as z from "zod";
import type { Message } from "../../model/message.ts";
import type { Notice } from "../../model/notice.ts";
import type { CustomMarkdown } from "../../model/custom-template.ts";
import { plainText } from "../../model/template-param.ts";
import { keyboardOf } from "./buttons.ts";
import { sanitize } from "../sanitize/sanitize.ts";
import { customUrl } from "../sanitize/custom-url.ts";
import type { Page } from "../page/page.ts";
import { percent } from "../sanitize/percent.ts";
import type { Style } from "../style/style.ts";

const Params = z.record(z.string().min(1), z.string());

/** Signs of Markdown that a URL may hold; behind a `#` it holds no more than a place on its page. */
const encode = (url: string): string => url.replace(/#.*/, "").replace(/[*_~[\]|]/g, percent);

/** Notices in a route's custom Markdcustom template; undefined when the route's function answers something else than values. */
export function renderCustomMarkdown(
  custom: CustomMarkdown,
  notices: readonly Notice[],
  page: Page,
  style: Style,
): Message | undefined {
  const read = Params.safeParse(custom.params(notices));
  if (!read.success) return undefined;
  const keyboard = keyboardOf(page, style);
  const clean = (value: string): string => {
    const url = customUrl(value, style);
    return url === undefined ? sanitize(value, style) : encode(url);
  };
  return {
    form: "markdown-template",
    template: custom.id,
    params: Object.entries(read.data).map(([key, value]) => ({ key, values: [plainText(clean(value))] })),
    ...(keyboard !== undefined && { keyboard }),
  };
}
