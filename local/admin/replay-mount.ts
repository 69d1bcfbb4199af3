import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { inBoth } from "../../lib/model/said.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import type { DeliveryState } from "../../lib/model/delivery.ts";
import { targetName, type Target } from "../../lib/model/target.ts";
import type { Store, Wake } from "../../lib/ports.ts";
import { answerJson, type Mount } from "../doors/mounts.ts";
import { readJsonRequest } from "./read-json-request.ts";

/** Ends of which nobody knows that people were told. */
const untold: readonly DeliveryState[] = ["unsure", "failed", "expired"];

/** Deliveries that are brought back at once: more would only wait for each other. */
const atOnce = 40;

type ReplayPorts = { readonly store: Store; readonly wake: Wake; readonly now: () => number };

const Asked = z.object({ scene: z.enum(sceneNames), target: z.string().min(1), id: z.string().optional() });

/** `POST /_relay/replay {scene, target, id?}`: what ended untold at a conversation, or one of it, is pending again. */
export const replayMount = (ports: ReplayPorts): Mount => ({
  path: "/_relay/replay",
  exact: true,
  serve: (...http) => serveReplay(ports, ...http),
});

async function serveReplay(ports: ReplayPorts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const read = Asked.safeParse(await readJsonRequest(request));
  if (!read.success)
    return answerJson(response, 400, {
      error: "invalid",
      message: inBoth(
        'POST {"scene":"c2c|group|channel|dm","target":"<id>"} as application/json, with "id" for one delivery',
        '请 POST {"scene":"c2c|group|channel|dm","target":"<id>"}（application/json）；只重发一条就再写 "id"',
      ),
    });
  const { scene, target: id, id: delivery } = read.data;
  const target = { scene, id };
  answerJson(response, 200, { target: targetName(target), replayed: await replay(target, delivery, ports) });
}

/** Answers how many are pending again; the oldest come first. */
async function replay(target: Target, only: string | undefined, { store, wake, now }: ReplayPorts): Promise<number> {
  const all = await store.listDeliveries(target, Number.POSITIVE_INFINITY);
  const ids = all
    .filter(({ id, state }) => untold.includes(state) && (only === undefined || id === only))
    .map(({ id }) => id)
    .toReversed();
  let replayed = 0;
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce);
    const ends = await Promise.all(some.map((id) => store.requeue(target, id, untold, now())));
    replayed += ends.filter((end) => end === "requeued").length;
  }
  if (replayed > 0) await wake(target);
  return replayed;
}
