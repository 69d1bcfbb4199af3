import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An error as the runtime tells it. */
type Fault = { readonly errorType?: string; readonly errorMessage?: string };

export type RuntimeApi = {
  /** `127.0.0.1:1234`, as `AWS_LAMBDA_RUNTIME_API` has it. */
  readonly host: string;
  /** Resolves when the function asks for its first event; rejects with what its start failed by. */
  readonly started: Promise<void>;
  /** One event after another; what the function returns, or its error thrown. */
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

export type RuntimeOptions = {
  readonly name: string;
  /** Seconds of an invocation. */
  readonly timeout: number;
  /** Called when the function has nothing to do, and when there is something again: Lambda freezes it in between. */
  readonly onIdle: (idle: boolean) => void;
};

type Invocation = PromiseWithResolvers<unknown> & { readonly id: string; readonly event: unknown };

const base = "/2018-06-01/runtime";

/** Lambda's side of a function: the Runtime API, as AWS documents it, for one instance, which takes one event at a time. */
export async function startRuntimeApi({ name, timeout, onIdle }: RuntimeOptions): Promise<RuntimeApi> {
  const waiting: Invocation[] = [];
  const running = new Map<string, Invocation>();
  const started = Promise.withResolvers<void>();
  started.promise.catch(() => undefined);
  let asking: ServerResponse | undefined;

  const hand = (): void => {
    if (!asking) return;
    const [next] = waiting.splice(0, 1);
    onIdle(!next);
    if (!next) return;
    running.set(next.id, next);
    asking.writeHead(200, {
      "content-type": "application/json",
      "lambda-runtime-aws-request-id": next.id,
      "lambda-runtime-deadline-ms": String(Date.now() + timeout * 1_000),
      "lambda-runtime-invoked-function-arn": `arn:aws:lambda:ap-southeast-1:000000000000:function:${name}`,
      "lambda-runtime-trace-id": `Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0`,
    });
    asking.end(JSON.stringify(next.event));
    asking = undefined;
  };
  const end = (id: string, as: "response" | "error", text: string): void => {
    const invocation = running.get(id);
    running.delete(id);
    if (as === "response") invocation?.resolve(text === "" ? undefined : JSON.parse(text));
    else invocation?.reject(toError(text));
  };

  const server = createServer((request, response) => {
    const path = request.url ?? "";
    if (request.method === "GET" && path === `${base}/invocation/next`) {
      started.resolve();
      asking = response;
      hand();
      return;
    }
    void readText(request).then((text) => {
      const [, id = "", as] = /\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
      if (path === `${base}/init/error`) started.reject(toError(text));
      else if (as === "response" || as === "error") end(id, as, text);
      response.writeHead(202, { "content-type": "application/json" });
      response.end('{"status":"OK"}');
    });
  });
  server.keepAliveTimeout = 600_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    started: started.promise,
    invoke: (event) => {
      const invocation = { ...Promise.withResolvers<unknown>(), id: randomUUID(), event };
      waiting.push(invocation);
      hand();
      return invocation.promise;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function toError(text: string): Error {
  const { errorType = "Error", errorMessage = text } = JSON.parse(text) as Fault;
  return Object.assign(new Error(errorMessage), { name: errorType });
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
