import type { IncomingMessage, ServerResponse } from "node:http";
import { isSceneName } from "../../lib/model/scene.ts";
import type { Listing } from "../../lib/compose/listing.ts";
import { answerJson } from "../doors/mounts.ts";
import { inBoth } from "../../lib/model/said.ts";

const max = 1_000;

/** `GET /_relay/deliveries?scene=&target=`: the delivery log of one target, newest first, with what holds each. */
export async function serveDeliveries(
  list: Listing,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const query = new URL(request.url ?? "/", "http://localhost").searchParams;
  const scene = query.get("scene") ?? "";
  const id = query.get("target") ?? "";
  if (!isSceneName(scene) || id === "") {
    const message = inBoth(
      "Say whose deliveries: ?scene=c2c|group|channel|dm&target=<id>",
      "请说明看哪个会话的：?scene=c2c|group|channel|dm&target=<id>",
    );
    return answerJson(response, 400, { error: "invalid", message });
  }
  const deliveries = await list({ scene, id }, max);
  answerJson(
    response,
    200,
    deliveries.map(({ id, route, state, attempts, last, held, arrivedAt, notBefore, messageId, notice }) => ({
      id,
      route,
      state,
      attempts,
      ...(held && { held }),
      last: last ?? null,
      title: notice.title,
      level: notice.level,
      arrivedAt: new Date(arrivedAt).toISOString(),
      ...(notBefore !== undefined && { notBefore: new Date(notBefore).toISOString() }),
      ...(messageId !== undefined && { messageId }),
    })),
  );
}
