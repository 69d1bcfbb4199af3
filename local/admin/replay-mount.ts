import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { inBoth } from "../../lib/model/said.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import { targetName } from "../../lib/model/target.ts";
import { bringBack, listUntold, untold } from "../operate/replay.ts";
import type { OperatePorts } from "../operate/operate-ports.ts";
import { answerJson, type Mount } from "../doors/mounts.ts";
import { readJsonRequest } from "./read-json-request.ts";

const Asked = z.object({ scene: z.enum(sceneNames), target: z.string().min(1), id: z.string().optional() });

/** `POST /_relay/replay {scene, target, id?}`: what ended untold at a conversation, or one of it, is pending again. */
export const replayMount = (ports: OperatePorts): Mount => ({
  path: "/_relay/replay",
  exact: true,
  serve: (...http) => serveReplay(ports, ...http),
});

async function serveReplay(ports: OperatePorts, request: IncomingMessage, response: ServerResponse): Promise<void> {
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
  const all = await listUntold(target, untold, ports);
  const some = delivery === undefined ? all : all.filter((each) => each.id === delivery);
  answerJson(response, 200, { target: targetName(target), replayed: await bringBack(target, some, untold, ports) });
}
