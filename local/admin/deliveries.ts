import type { IncomingMessage, ServerResponse } from "node:http";
import { isSceneName } from "../../lib/model/scene.ts";
import type { Store } from "../../lib/ports.ts";
import { answerJson } from "../doors/mounts.ts";
import { inBoth } from "../../lib/model/said.ts";

const max = 1_000;

/** `GET /_relay/deliveries?scene=&target=`: the delivery log of one target, newest first. */
export async function serveDeliveries(store: Store, request: IncomingMessage, response: ServerResponse): Promise<void> {
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
  const deliveries = await store.listDeliveries({ scene, id }, max);
  answerJson(
    response,
    200,
    deliveries.map(({ id, route, state, attempts, last, arrivedAt, notBefore, messageId, notice }) => ({
      id,
      route,
      state,
      attempts,
      last: last ?? null,
      title: notice.title,
      level: notice.level,
      arrivedAt: new Date(arrivedAt).toISOString(),
      ...(notBefore !== undefined && { notBefore: new Date(notBefore).toISOString() }),
      ...(messageId !== undefined && { messageId }),
    })),
  );
}
