import http, { type ClientRequestArgs, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";

/**
 * Loaded before a bot that names QQ's hosts literally (`node --import`): what it sends there goes to the simulator at `QQ_SIM`.
 * All else goes where it would; with `QQ_SIM_ONLY=1` it throws, so that a bot under test reaches nothing outside.
 */
const sim = new URL(process.env["QQ_SIM"] || "http://127.0.0.1:8788");
const only = process.env["QQ_SIM_ONLY"] === "1";

const isQq = (host: string): boolean => /(?:^|\.)qq\.com$/.test(host);

const isHere = (host: string): boolean => host === "127.0.0.1" || host === "localhost";

type Callback = (response: IncomingMessage) => void;
type Where = string | URL | RequestOptions;

const { request: requestOutside } = https;
const { fetch: fetchOutside } = globalThis;

function redirected(where: Where, options: RequestOptions | Callback = {}, callback?: Callback) {
  const url = typeof where === "string" || where instanceof URL ? new URL(where) : undefined;
  const given = url ? { hostname: url.hostname, path: url.pathname + url.search } : (where as RequestOptions);
  const more = typeof options === "function" ? {} : options;
  const called = typeof options === "function" ? options : callback;
  const {
    agent: _agent,
    socketPath: _path,
    servername: _name,
    ...rest
  } = { ...given, ...more } as ClientRequestArgs & {
    readonly servername?: string;
  };
  const host = (rest.hostname ?? rest.host ?? "").split(":")[0] ?? "";
  if (isQq(host)) {
    const here = { protocol: "http:", hostname: sim.hostname, host: sim.hostname, port: sim.port };
    return http.request({ ...rest, ...here }, called);
  }
  if (only) throw new Error(`a bot called ${host}, and QQ_SIM_ONLY is set`);
  return requestOutside({ ...given, ...(url?.port && { port: url.port }), ...more }, called);
}

https.request = redirected;
https.get = ((where: Where, options?: RequestOptions, callback?: Callback) => {
  const request = redirected(where, options, callback);
  request.end();
  return request;
}) as typeof https.get;
syncBuiltinESMExports();

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (!isQq(url.hostname)) {
    if (only && !isHere(url.hostname)) throw new Error(`a bot called ${url.hostname}, and QQ_SIM_ONLY is set`);
    return fetchOutside(input, init);
  }
  const request = new Request(input, init);
  const body = request.body ? await request.arrayBuffer() : undefined;
  const { method, headers, signal } = request;
  return fetchOutside(new URL(url.pathname + url.search, sim), { method, headers, signal, ...(body && { body }) });
};
