import type { IncomingMessage } from "node:http";

/** A request read whole. `path` is as it came, without the query. */
export type SimRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly host: string;
  readonly authorization: string | undefined;
  readonly contentType: string;
  readonly source: string;
  readonly body: Buffer;
};

/** A 20 MB picture in base64, with some room. */
const maxBytes = 32 * 1024 * 1024;

export async function readRequest(message: IncomingMessage): Promise<SimRequest | "too-large" | "unreadable"> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes) return "too-large";
  const target = message.url ?? "/";
  // A proxy's absolute form is as good as a path.
  const url = URL.canParse(target) ? new URL(target) : parsePath(target);
  if (!url) return "unreadable";
  return {
    method: message.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    host: message.headers.host ?? "",
    authorization: message.headers.authorization,
    contentType: message.headers["content-type"] ?? "",
    source: (message.socket.remoteAddress ?? "").replace(/^::ffff:/, ""),
    body: Buffer.concat(chunks),
  };
}

const parsePath = (target: string): URL | undefined =>
  target.startsWith("/") ? (URL.parse(`http://sim${target}`) ?? undefined) : undefined;
