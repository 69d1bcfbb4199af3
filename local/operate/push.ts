import * as z from "zod";
import { chooseSource } from "../../lib/policy/intake/choose-source.ts";
import type { Route } from "../../lib/model/route.ts";
import type { Source } from "../../lib/model/source.ts";
import { sourcesOf } from "../../lib/sources/of-route.ts";
import { PushAnswer } from "./console-answers.ts";
import { findRoute } from "./find-route.ts";
import { defineOperation, isRefused, refuse, type Refused } from "./operation.ts";
import type { OperatePorts } from "./operate-ports.ts";
import { withEvent } from "./preview/guess-source.ts";
import { lowerNames, maxRequestBytes, SentRequest, toInbound } from "./preview/request.ts";
import { type Outgoing, signAsSender } from "./push/sign-as-sender.ts";
import { withFreshIds } from "./push/fresh-ids.ts";

const Request = z.object({ route: z.string().min(1), request: SentRequest });

/** How long (ms) the relay may take to answer. */
const timeoutMs = 15_000;

/** Sends a request to the senders' door of this relay, signed as the route's sender signs: what it answers is told. */
export const push = defineOperation({
  request: Request,
  answer: PushAnswer,
  maxBytes: maxRequestBytes,
  run: async ({ route: name, request }, ports) => {
    const { routes, place, now } = ports;
    const route = findRoute(name, routes);
    if (isRefused(route)) return route;
    if (place.mode === "deployed" || place.url === undefined) return deployedAlone;
    const pasted = toInbound(request, name, new Date(now()));
    // As it is previewed: a push of GitHub's that was pasted without its headers gets the one that says so.
    const inbound = [route.source].flat().includes("github") ? withEvent(pasted) : pasted;
    const source = chooseSource(sourcesOf(route), inbound);
    const prepared = source && prepare({ ...request, headers: { ...inbound.headers } }, route, source, ports);
    if (!prepared) return refuse("unavailable", { zh: "这条路由没有来源", en: "the route has no source" });
    if (isRefused(prepared)) return prepared;
    const { headers, query, body } = prepared;
    const search = query.size > 0 ? `?${query.toString()}` : "";
    const path = (request.path ?? "").replace(/^(?=[^/])/, "/");
    const method = request.method ?? "POST";
    const response = await fetch(`${place.url}/${route.scene}/${encodeURIComponent(name)}${path}${search}`, {
      method,
      headers,
      ...(method !== "GET" && { body }),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: readText(await response.text()) };
  },
});

const deployedAlone = refuse("unavailable", {
  zh: "这里够不到部署好的中继的地址：请直接发给它的函数 URL，或用 npm run relay -- send <路由> <标题> --base …",
  en: "the door of a deployed relay is not in reach here: post to its function URL, or use npm run relay -- send <route> <title> --base …",
});

function prepare(
  { headers = {}, query, body = "" }: z.output<typeof SentRequest>,
  route: Route,
  source: Source,
  { place, now, unique }: OperatePorts,
): Outgoing | Refused {
  const id = unique();
  const given: Outgoing = {
    headers: withFreshIds(sendable(lowerNames(headers)), source.name, id),
    query: new URLSearchParams(query),
    body,
  };
  if (source.auth === "certificate")
    return refuse("unavailable", {
      zh: `${source.name} 的消息要有对方证书的签名，这里签不了；可以预览`,
      en: `messages of ${source.name} bear their vendor's own signature, which nobody here can make; they can be previewed`,
    });
  if (route.open) return given;
  const [name = ""] = [route.secret ?? []].flat();
  const secret = place.secretOf(name);
  if (!secret)
    return refuse("unavailable", {
      zh: `不知道密钥 ${name} 的值：把它设成环境变量，或写进 .env`,
      en: `the value of the secret ${name} is not known: set it in the environment or in .env`,
    });
  const asked = { source, ...(route.auth && { auth: route.auth }), ...(route.headers && { headers: route.headers }) };
  return signAsSender(given, asked, { secret, now: new Date(now()), id });
}

/** What belongs to a connection is not the sender's to say again. */
const ofConnection = new Set(
  "host connection content-length transfer-encoding keep-alive upgrade expect te trailer accept-encoding".split(" "),
);

const sendable = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name, value]) => !ofConnection.has(name) && /^[\w-]+$/.test(name) && !/[\r\n\0]/.test(value),
    ),
  );

function readText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
