import { routes } from "../infra/routes.ts";
import { settings } from "../infra/settings.ts";
import { composeEvents } from "../lib/compose/events.ts";
import { eventsHandler } from "../lib/http/handler.ts";
import { readLinks } from "../lib/compose/sst-env.ts";

/** QQ's callback (回调地址): what people say to the bot, and what changes where and how it may speak. */
export const handler = eventsHandler(composeEvents({ routes, settings, env: readLinks(process.env) }));
