import type { IncomingMessage, ServerResponse } from "node:http";
import { inBoth } from "../../../lib/model/said.ts";
import { answerJson, type Mount } from "../../doors/mounts.ts";
import type { Live } from "./live.ts";

/** A listener who takes nothing in while so much (bytes) waits for him is let go: his browser comes again by itself. */
const maxWaiting = 4 * 1_024 * 1_024;

/** `GET /_relay/live`: server-sent events, `deliveries` with the newest and then whatever changes, `target` for each conversation that changed. */
export const liveMount = (live: Live): Mount => ({
  path: "/_relay/live",
  exact: true,
  serve: (request, response) => serveLive(live, request, response),
});

function serveLive(live: Live, request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  if (request.method !== "GET")
    return answerJson(response, 405, { error: "method-not-allowed", message: inBoth("read it by GET", "请用 GET") });
  const write = (text: string): void => {
    if (response.writableLength > maxWaiting) response.destroy();
    else response.write(text);
  };
  const leave = live.join({
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(":\n\n"),
    end: () => response.end(),
  });
  if (leave === "full") {
    response.setHeader("retry-after", "30");
    const message = inBoth("too many pages listen: close some of them", "开着的页面太多，请关掉几个");
    return answerJson(response, 503, { error: "too-many", message });
  }
  response.once("close", leave);
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  response.flushHeaders();
}
