import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { answerJson, type Mount } from "../doors/mounts.ts";
import type { Pairing, Unpaired } from "./pairing.ts";
import { readJsonRequest } from "./read-json-request.ts";
import { inBoth } from "../../lib/model/said.ts";

const statuses = { "unknown-route": 404, "not-bound": 409 } as const satisfies Record<Unpaired["error"], number>;

const Request = z.object({ route: z.string() });

/** `POST /_relay/pair {route}` makes a one-time code; `GET /_relay/bindings?route=` lists what is paired. */
export const pairingMounts = (pairing: Pairing): readonly Mount[] => [
  { path: "/_relay/pair", exact: true, serve: (...http) => servePair(pairing, ...http) },
  { path: "/_relay/bindings", exact: true, serve: (...http) => serveBindings(pairing, ...http) },
];

async function servePair(pairing: Pairing, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const read = Request.safeParse(await readJsonRequest(request));
  if (!read.success) {
    const message = inBoth(
      'Say which route: POST {"route":"<name>"} with content-type application/json',
      '请说明是哪条路由：POST {"route":"<名字>"}，content-type 用 application/json',
    );
    return answerJson(response, 400, { error: "invalid", message });
  }
  answer(response, await pairing.pair(read.data.route));
}

async function serveBindings(pairing: Pairing, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = new URL(request.url ?? "/", "http://localhost").searchParams.get("route");
  answer(response, await pairing.bindings(route ?? undefined));
}

const answer = (response: ServerResponse, told: object): void =>
  answerJson(response, isUnpaired(told) ? statuses[told.error] : 200, told);

const isUnpaired = (told: object): told is Unpaired => "error" in told;
