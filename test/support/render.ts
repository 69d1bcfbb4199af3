import type { Message } from "../../lib/model/message.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { renderSend } from "../../lib/render/render-send.ts";
import type { Style } from "../../lib/render/style/style.ts";

/** Notices, at least one, as one message. */
export const render = (notices: readonly Notice[], style: Style): Message => renderSend({ notices }, style).message;
