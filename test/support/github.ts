import { createRequire } from "node:module";
import type { Inbound } from "../../lib/model/inbound.ts";
import type { Language } from "../../lib/model/language.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal, type Refusal } from "../../lib/model/refusal.ts";
import { githubFormat } from "../../lib/sources/github/format.ts";
import { inboundOf } from "./inbound.ts";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Real payloads, by event. The package's own types follow one schema; here they are only JSON. */
export const examples = createRequire(import.meta.url)("@octokit/webhooks-examples") as readonly {
  readonly name: string;
  readonly examples: readonly JsonObject[];
}[];

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The body with the patch's fields in place of its own, at any depth. */
export const patched = (body: JsonObject, patch: JsonObject): JsonObject => ({
  ...body,
  ...Object.fromEntries(
    Object.entries(patch).map(([key, value]) => {
      const old = body[key];
      return [key, isObject(old) && isObject(value) ? patched(old, value) : value];
    }),
  ),
});

/** The first example of an event (with an action), changed where a test needs it to be. */
export function example(
  event: string,
  patch: JsonObject = {},
  like: (body: JsonObject) => boolean = () => true,
): JsonObject {
  const found = examples.find(({ name }) => name === event)?.examples.find(like);
  if (!found) throw new Error(`no example of ${event}`);
  return patched(found, patch);
}

export const githubInbound = (
  event: string,
  body: JsonObject | string | Uint8Array,
  headers: Inbound["headers"] = {},
): Inbound =>
  inboundOf({
    headers: { "content-type": "application/json", "x-github-event": event, "x-github-delivery": "d-1", ...headers },
    body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
  });

/** What the source says of a body, to a route that names its event or not. */
export function say(
  event: string,
  body: JsonObject,
  language: Language,
  isNamed = false,
): Notice | Refusal | undefined {
  const inbound = githubInbound(event, body);
  const parsed = githubFormat.parse(inbound, {});
  return isRefusal(parsed)
    ? parsed
    : githubFormat.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai", isNamed });
}
