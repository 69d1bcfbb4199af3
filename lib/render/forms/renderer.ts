import type { Message } from "../../model/message.ts";
import type { Page } from "../page/page.ts";
import type { Style } from "../style/style.ts";

/** Lays a page out in one form, whatever its size. */
export type Renderer = (page: Page, style: Style) => Message;
