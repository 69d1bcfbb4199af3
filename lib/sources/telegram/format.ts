import { defineFacade } from "../facade/define-facade.ts";
import { readMessage } from "./read-message.ts";

/** What is sent by Telegram's bot API. */
export const telegramFormat = defineFacade("telegram", readMessage);
