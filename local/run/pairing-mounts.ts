import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { answerJson, type Mount } from "./mounts.ts";
import type { Pairing, Unpaired } from "./pairing.ts";

const statuses = { "unknown-route": 404, "not-bound": 409 } as const satisfies Record<Unpaired["error"], number>;

const Request = z.object({ route: z.string() });

const maxBytes = 10_000;

/** `POST /_relay/pair {route}` makes a one-time code; `GET /_relay/bindings?route=` lists what is paired. */
export const pairingMounts = (pairing: Pairing): readonly Mount[] => [
  { path: "/_relay/pair", exact: true, inside: true, serve: (...http) => servePair(pairing, ...http) },
  { path: "/_relay/bindings", exact: true, inside: true, serve: (...http) => serveBindings(pairing, ...http) },
];

/** JSON by its content type only: a web page elsewhere cannot send that here without the browser's asking first. */
async function servePair(pairing: Pairing, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isJson = /^application\/json\b/i.test(request.headers["content-type"] ?? "");
  const read = isJson && request.method === "POST" ? Request.safeParse(await readJson(request)) : undefined;
  if (!read?.success) {
    request.resume();
    const message = 'Say which route: POST {"route":"<name>"} with content-type application/json';
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

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  try {
    return size <= maxBytes ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
  } catch {
    return undefined;
  }
}
