import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { failed, writeAnswer, type Answer } from "./answer.ts";
import { answerApi } from "./api.ts";
import { createClock } from "./clock.ts";
import { answerControl } from "./control.ts";
import { openGateway } from "./gateway/door.ts";
import { type PageAnswer, writePageAnswer } from "./page/page-answer.ts";
import { findPage } from "./page/page.ts";
import { readRequest } from "./request.ts";
import { seedOf } from "./sign.ts";
import { findForeign } from "./visitors.ts";
import { emptyState, type World } from "./state.ts";

export type SimulatorOptions = {
  /** 0 = any free port. */
  readonly port: number;
  readonly appId: string;
  readonly appSecret: string;
  /** Where callbacks go: the relay's `/events`. Without it, events go by the gateway, unless a setting says otherwise. */
  readonly eventsUrl?: string | undefined;
  /** Names by which its control may be reached, besides loopback's. */
  readonly hosts?: readonly string[];
  readonly now?: () => Date;
  /** Where lines for the person who started it go; nowhere, if it is left out. */
  readonly log?: (line: string) => void;
};

export type Simulator = {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
  readonly setEventsUrl: (url: string) => void;
};

/** Starts QQ's bot API on loopback. It stands for itself: what it allows is told by its own tables, never by the relay. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  seedOf(options.appSecret);
  const stopping = new AbortController();
  const world: World = {
    appId: options.appId,
    appSecret: options.appSecret,
    clock: createClock(options.now ?? (() => new Date())),
    tokens: [],
    stopping: stopping.signal,
    port: options.port,
    hosts: options.hosts ?? [],
    eventsUrl: options.eventsUrl,
    watchers: new Set(),
    log: options.log ?? (() => undefined),
    serial: 0,
    state: emptyState(),
  };
  const server = createServer((message, response) => void serve(world, message, response));
  openGateway(world, server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.port = port;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    setEventsUrl: (url) => {
      world.eventsUrl = url;
    },
    stop: async () => {
      stopping.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      for (const { socket } of world.state.gateway.connections) socket.terminate();
      await closed;
    },
  };
}

/** Answers one request; whatever it holds, the simulator stays up. */
async function serve(world: World, message: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    write(response, await answerTo(world, message));
  } catch (error) {
    if (!response.headersSent && !world.stopping.aborted)
      write(response, failed(500, `the simulator failed: ${error instanceof Error ? error.message : String(error)}`));
    else response.destroy();
  }
  for (const wake of world.watchers) wake();
}

async function answerTo(world: World, message: IncomingMessage): Promise<Answer | PageAnswer> {
  const request = await readRequest(message);
  if (request === "too-large") return failed(413, "body over 32 MB");
  if (request === "unreadable") return failed(400, "path unreadable");
  const foreign = findForeign(request.path, message, world.hosts);
  if (foreign !== undefined) return failed(403, foreign);
  const page = findPage(request.method, request.path);
  if (page) return { kind: "served", ...page };
  return request.path === "/_sim" || request.path.startsWith("/_sim/")
    ? answerControl(world, request)
    : answerApi(world, request);
}

function write(response: ServerResponse, answer: Answer | PageAnswer): void {
  if (answer.kind === "cut") {
    response.socket?.destroy();
    return;
  }
  if (answer.kind === "stream" || answer.kind === "served") return writePageAnswer(response, answer);
  const traceId = randomBytes(16).toString("hex");
  response.writeHead(answer.status, {
    "x-tps-trace-id": traceId,
    ...(answer.kind !== "empty" && { "content-type": answer.kind === "html" ? "text/html" : "application/json" }),
  });
  response.end(writeAnswer(answer, traceId));
}
