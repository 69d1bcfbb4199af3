import type { LambdaFunctionURLEvent } from "aws-lambda";
import type { Inbound } from "../model/inbound.ts";

/**
 * A function URL's event as a request. The body is the bytes that were sent: AWS hands over most types, forms among
 * them, as base64, and signatures are over the bytes. Of a repeated query name the last counts.
 */
export function receive(event: LambdaFunctionURLEvent, now: Date): Inbound {
  return {
    method: event.requestContext.http.method.toUpperCase(),
    path: event.rawPath,
    headers: readHeaders(event.headers),
    query: Object.fromEntries(new URLSearchParams(event.rawQueryString)),
    body: Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8"),
    at: now,
  };
}

const readHeaders = (headers: Readonly<Record<string, string | undefined>>): Inbound["headers"] =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value]])),
  );
