import type { LambdaFunctionURLEvent } from "aws-lambda";
import type { Inbound } from "../model/inbound.ts";

/**
 * A function URL's event as a request. The body is the bytes that were sent: AWS hands over most types, forms among
 * them, as base64, and signatures are over the bytes. Of a repeated query name the first counts: clients append names of
 * their own to the URL that its owner wrote.
 */
export function receive(event: LambdaFunctionURLEvent, now: Date): Inbound {
  return {
    method: event.requestContext.http.method.toUpperCase(),
    path: event.rawPath,
    headers: readHeaders(event.headers),
    query: readQuery(event.rawQueryString),
    body: Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8"),
    at: now,
  };
}

function readQuery(raw: string): Inbound["query"] {
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(raw)) if (!query.has(name)) query.set(name, value);
  return Object.fromEntries(query);
}

const readHeaders = (headers: Readonly<Record<string, string | undefined>>): Inbound["headers"] =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value]])),
  );
