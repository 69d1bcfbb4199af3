import { defineFacade } from "../facade/define-facade.ts";
import { readMessage } from "./read-message.ts";

/** What is posted to a OneBot implementation over HTTP, or to Milky's API. */
export const onebotFormat = defineFacade("onebot", readMessage);
