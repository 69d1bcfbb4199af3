import * as z from "zod";
import type { Message } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import type { OwnMarkdown } from "../model/own-template.ts";
import { plainText } from "../model/template-param.ts";
import { keyboardOf } from "./buttons.ts";
import { neutralise } from "./neutralise.ts";
import { ownUrl } from "./own-url.ts";
import type { Page } from "./page.ts";
import { percent } from "./percent.ts";
import type { Style } from "./style.ts";

const Params = z.record(z.string().min(1), z.string());

/** Signs of Markdown that a URL may hold; behind a `#` it holds no more than a place on its page. */
const encode = (url: string): string => url.replace(/#.*/, "").replace(/[*_~[\]|]/g, percent);

/** Notices in a route's own Markdown template; undefined when the route's function answers something else than values. */
export function renderOwnMarkdown(
  own: OwnMarkdown,
  notices: readonly Notice[],
  page: Page,
  style: Style,
): Message | undefined {
  const read = Params.safeParse(own.params(notices));
  if (!read.success) return undefined;
  const keyboard = keyboardOf(page, style);
  const clean = (value: string): string => {
    const url = ownUrl(value, style);
    return url === undefined ? neutralise(value, style) : encode(url);
  };
  return {
    form: "markdown-template",
    template: own.id,
    params: Object.entries(read.data).map(([key, value]) => ({ key, values: [plainText(clean(value))] })),
    ...(keyboard && { keyboard }),
  };
}
