import { eventsHandler } from "../../lib/http/handler.ts";
import type { EventsRelay } from "../../lib/http/relay.ts";
import { serveFunctionUrl } from "../lambda/function-url.ts";
import type { Mount } from "../doors/mounts.ts";

/** QQ gives up on a callback long before this. */
const timeoutMs = 10_000;

/** The function URL of QQ's callback, at `/events`. */
export function mountEvents(events: EventsRelay, onFault: (error: unknown) => void): Mount {
  const handler = eventsHandler(events);
  const options = { name: "events", mount: "/events", timeoutMs, onFault };
  return {
    path: "/events",
    serve: (request, response) =>
      serveFunctionUrl((event, context) => handler(event, context), options, request, response),
  };
}
