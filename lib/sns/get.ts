import type { IncomingMessage } from "node:http";
import type { RequestOptions } from "node:https";

/** What was answered, of no more bytes than are taken; `lost` where there was no answer, or it was longer. */
export type Got =
  | { readonly kind: "answer"; readonly status: number; readonly text: string }
  | { readonly kind: "lost" };

/** Gets what is at an https address. */
export type Get = (url: string, timeoutMs: number) => Promise<Got>;

/** A certificate has 2 KB, the answer to a confirmation less. */
const maxBytes = 64 * 1_024;

/** Where a test has the other side. */
type GetOptions = Pick<RequestOptions, "lookup" | "ca" | "port">;

/** One GET by https: it follows nothing, goes by no proxy of the environment and sends nothing but the address. */
export const createGet =
  (options: GetOptions = {}): Get =>
  async (url, timeoutMs) => {
    try {
      const response = await open(url, { ...options, agent: false, signal: AbortSignal.timeout(timeoutMs) });
      return await read(response);
    } catch {
      return { kind: "lost" };
    }
  };

/** Loaded on first use: an import of `node:https` costs a cold start some 30 ms, and few routes have messages of SNS. */
function open(url: string, options: RequestOptions): Promise<IncomingMessage> {
  const { request } = process.getBuiltinModule("node:https");
  return new Promise((resolve, reject) => {
    request(url, { ...options, headers: { "user-agent": "qq-relay" } }, resolve)
      .on("error", reject)
      .end();
  });
}

async function read(response: IncomingMessage): Promise<Got> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return { kind: "lost" };
    chunks.push(chunk);
  }
  return { kind: "answer", status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") };
}
