import { defineFacade } from "../facade/define-facade.ts";
import { readMessage } from "./read-message.ts";

/** What is posted to an incoming webhook of Slack's. */
export const slackFormat = defineFacade("slack", readMessage);
