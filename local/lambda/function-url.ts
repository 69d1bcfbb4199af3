import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context, LambdaFunctionURLEvent, LambdaFunctionURLResult } from "aws-lambda";
import { createContext } from "./context.ts";
import { badGateway, type HttpAnswer, maxBytes, readAnswer } from "./function-url-answer.ts";
import { createEvent, type EventOptions } from "./function-url-event.ts";
import { inBoth } from "../../lib/model/said.ts";

export type FunctionUrlHandler = (
  event: LambdaFunctionURLEvent,
  context: Context,
) => Promise<LambdaFunctionURLResult | void>;

export type FunctionUrlOptions = EventOptions & {
  /** Function name in the context, and the id in the event's domain. */
  readonly name: string;
  /** Path before the function's own root, cut off what the handler sees: `/group` in front of `/ci`. */
  readonly mount?: string;
  readonly timeoutMs?: number;
  /** Told what the handler threw; the sender only gets a 502. */
  readonly onFault?: (error: unknown) => void;
  readonly now?: () => Date;
};

/** Serves one request as a Lambda function URL would: request → event → handler → response. */
export async function serveFunctionUrl(
  handler: FunctionUrlHandler,
  options: FunctionUrlOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === "cut-off") return void response.destroy();
  const answer = body === "too-large" ? tooLarge : await invoke(handler, options, request, body);
  const head = request.method === "HEAD";
  try {
    writeAnswer(response, answer, head);
  } catch (error) {
    options.onFault?.(error);
    writeAnswer(response, badGateway, head);
  }
}

const tooLarge: HttpAnswer = {
  ...badGateway,
  status: 413,
  body: Buffer.from(
    JSON.stringify({
      error: "too-large",
      message: inBoth("The request is over 6 MB; send less at once.", "请求超过 6 MB；一次请少发些。"),
    }),
  ),
};

async function invoke(
  handler: FunctionUrlHandler,
  options: FunctionUrlOptions,
  request: IncomingMessage,
  body: Uint8Array,
): Promise<HttpAnswer> {
  const { name, mount = "", timeoutMs = 30_000, onFault, now = () => new Date() } = options;
  const event = createEvent(
    {
      method: request.method ?? "GET",
      url: (request.url ?? "/").slice(mount.length).replace(/^(?!\/)/, "/"),
      headers: request.headersDistinct,
      body,
      sourceIp: request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "",
      urlId: name,
      requestId: randomUUID(),
    },
    options,
    now(),
  );
  const { promise: outOfTime, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${name}: task timed out after ${timeoutMs} ms`)), timeoutMs);
  try {
    return readAnswer(await Promise.race([handler(event, createContext(name, timeoutMs)), outOfTime]));
  } catch (error) {
    onFault?.(error);
    return badGateway;
  } finally {
    clearTimeout(timer);
  }
}

/** Reads to the end even when there is too much, since a sender that is cut off in mid-body never sees the 413. */
function readBody(request: IncomingMessage): Promise<Buffer | "too-large" | "cut-off"> {
  const { promise, resolve } = Promise.withResolvers<Buffer | "too-large" | "cut-off">();
  const chunks: Buffer[] = [];
  let size = 0;
  request
    .on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
    })
    .once("end", () => resolve(size > maxBytes ? "too-large" : Buffer.concat(chunks)))
    .once("error", () => resolve("cut-off"))
    .once("close", () => resolve("cut-off"));
  return promise;
}

/** Statuses whose answers tell no length, since they have no body (RFC 9110, 8.6). */
const bodiless: ReadonlySet<number> = new Set([204, 304]);

function writeAnswer(response: ServerResponse, answer: HttpAnswer, head: boolean): void {
  const cookies = answer.cookies.length > 0 ? { "set-cookie": [...answer.cookies] } : {};
  const length = bodiless.has(answer.status) ? {} : { "content-length": answer.body.length };
  response.writeHead(answer.status, { ...answer.headers, ...length, ...cookies });
  response.end(head ? undefined : answer.body);
}
