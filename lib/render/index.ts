import type { Message } from "../model/message.ts";
import type { Notice } from "../model/notice.ts";
import { renderSend } from "./render-send.ts";
import type { Style } from "./style/style.ts";

/** Tells notices, at least one, in one message, as `renderSend` does. */
export const render = (notices: readonly Notice[], style: Style): Message => renderSend({ notices }, style).message;
