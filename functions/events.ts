import { routes } from "../infra/routes.ts";
import { settings } from "../infra/settings.ts";
import { composeAws } from "../lib/compose/aws.ts";
import { composeEvents } from "../lib/compose/events.ts";
import { eventsHandler } from "../lib/http/handler.ts";

/** QQ's callback (回调地址): what people say to the bot, and what changes where and how it may speak. */
export const handler = eventsHandler(composeEvents({ routes, settings, ...composeAws(process.env) }));
