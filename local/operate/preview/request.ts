import * as z from "zod";
import type { Inbound } from "../../../lib/model/inbound.ts";

/** The longest body (characters) that an operation takes, and the longest query. */
const longest = { body: 1_024 * 1_024, query: 100_000 } as const;

/** What of it a whole operation may have (bytes of JSON), where each character may be written as six. */
export const maxRequestBytes = 8 * 1_024 * 1_024;

/** A request as its sender makes it; what is left out is as most do it. */
export const SentRequest = z.object({
  method: z.enum(["GET", "POST", "PUT"]).optional(),
  /** What stands after the route's address: `/send_msg`. */
  path: z.string().max(2_000).optional(),
  /** Without its question mark. */
  query: z.string().max(longest.query).optional(),
  headers: z.record(z.string(), z.string().max(20_000)).optional(),
  body: z.string().max(longest.body).optional(),
});

export type SentRequest = z.output<typeof SentRequest>;

/** The request as it would come to a route of a name. Of a repeated name in its query the first counts, as it does when it comes. */
export const toInbound = (request: SentRequest, route: string, at: Date): Inbound => ({
  method: request.method ?? "POST",
  path: `/${route}${(request.path ?? "").replace(/^(?=[^/])/, "/")}`,
  headers: lowerNames(request.headers ?? {}),
  query: Object.fromEntries([...new URLSearchParams(request.query)].toReversed()),
  body: Buffer.from(request.method === "GET" ? "" : (request.body ?? "")),
  at,
});

/** Headers by names in lower case, as the relay looks them up. */
export const lowerNames = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
