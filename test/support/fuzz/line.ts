import { accept } from "../../../lib/accept/accept.ts";
import { createGuesses } from "../../../lib/accept/guesses.ts";
import type { AcceptPorts } from "../../../lib/accept/accept-ports.ts";
import { sceneHandler } from "../../../lib/http/handler.ts";
import type { Delivery } from "../../../lib/model/delivery.ts";
import type { Notice } from "../../../lib/model/notice.ts";
import type { Routes } from "../../../lib/model/route.ts";
import type { Store } from "../../../lib/ports.ts";
import { createContext } from "../../../local/lambda/context.ts";
import { createEvent } from "../../../local/lambda/function-url-event.ts";
import { noon } from "../build.ts";
import type { Request } from "../requests.ts";
import { noSns } from "../no-sns.ts";

const to = ["4C8F0E2B7A9D43E1B65A0C7D9F1E3A52"];
const open = { scene: "group", open: true, to } as const;

const routes: Routes = {
  ci: { ...open, source: "github", branches: ["main", "release/**", "*"] },
  am: { ...open, source: "alertmanager" },
  any: { ...open, source: "generic" },
  nas: { ...open, source: ["gotify", "generic"] },
};

/** What became of a request: the handler's status, what was logged as a fault, and the notice that it left. */
export type Taken = {
  readonly status: number;
  readonly fault: string | undefined;
  readonly notice: Notice | undefined;
};

/** A scene's handler as Lambda runs it, over a store that only keeps the last delivery. */
export function openLine(language: "zh" | "en"): (request: Request) => Promise<Taken> {
  let kept: Delivery | undefined;
  let fault: string | undefined;
  const store: Partial<Store> = {
    enlist: (delivery) => {
      kept = delivery;
      return Promise.resolve("enlisted");
    },
    readDelivery: () => Promise.resolve(kept),
    readBindings: () => Promise.resolve([]),
  };
  const clock = { now: () => new Date(noon), wait: () => Promise.resolve() };
  const log: AcceptPorts["log"] = (level, event, fields) => {
    if (level === "error" || event === "route-fault") fault = JSON.stringify({ event, ...fields });
  };
  const ports: AcceptPorts = {
    sns: noSns,
    guesses: createGuesses(),
    heldOf: () => Promise.resolve(undefined),
    scene: "group",
    routes,
    secretsOf: () => [],
    settings: { language, timeZone: "Asia/Shanghai" },
    store: store as Store,
    arrivalTime: (now) => now,
    wake: () => Promise.resolve(),
    deliver: () => Promise.resolve("done"),
    clock,
    log,
  };
  const handler = sceneHandler({
    accept: (inbound, deadline) => accept(inbound, deadline, ports),
    deliver: () => Promise.resolve(),
    clock,
    log,
  });
  return async ({ path, method = "POST", headers = {}, body = "" }) => {
    [kept, fault] = [undefined, undefined];
    const request = {
      method,
      url: path,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      body: typeof body === "string" ? Buffer.from(body) : body,
      sourceIp: "127.0.0.1",
      urlId: "group",
      requestId: "r",
    };
    const answer = await handler(createEvent(request, {}, clock.now()), createContext("group", 30_000));
    const { statusCode = 0 } = typeof answer === "object" ? answer : {};
    return { status: statusCode, fault, notice: (kept as Delivery | undefined)?.notice };
  };
}
