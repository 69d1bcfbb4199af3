import type { IncomingMessage } from "node:http";

/** What most of what is asked fits into, with room. */
const usual = 10_000;

/**
 * The JSON body of a POST, of so many bytes at most; undefined where it is none, or is not said to be: a web page elsewhere cannot
 * send that content type here without the browser's asking first.
 */
export async function readJsonRequest(request: IncomingMessage, maxBytes = usual): Promise<unknown> {
  const isJson = /^application\/json\b/i.test(request.headers["content-type"] ?? "");
  if (!isJson || request.method !== "POST") {
    request.resume();
    return undefined;
  }
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
