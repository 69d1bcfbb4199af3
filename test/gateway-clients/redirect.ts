import http, { type ClientRequestArgs, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";

/** The simulator: `http://127.0.0.1:<port>`. */
const sim = new URL(process.env["QQ_SIM"] ?? "");

const isQq = (host: string): boolean => /(?:^|\.)qq\.com$/.test(host);

const isHere = (host: string): boolean => host === "127.0.0.1" || host === "localhost";

type Callback = (response: IncomingMessage) => void;
type Where = string | URL | RequestOptions;

/** Loaded before a bot: what it sends to QQ's hosts, which it names literally, goes to the simulator, and nothing elsewhere. */
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
  if (!isQq(host)) throw new Error(`a bot under test called ${host}`);
  const here = { protocol: "http:", hostname: sim.hostname, host: sim.hostname, port: sim.port };
  return http.request({ ...rest, ...here }, called);
}

https.request = redirected;
https.get = ((where: Where, options?: RequestOptions, callback?: Callback) => {
  const request = redirected(where, options, callback);
  request.end();
  return request;
}) as typeof https.get;
syncBuiltinESMExports();

const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (isHere(url.hostname)) return fetch(input, init);
  if (!isQq(url.hostname)) throw new Error(`a bot under test called ${url.hostname}`);
  const request = new Request(input, init);
  const body = request.body ? await request.arrayBuffer() : undefined;
  const { method, headers, signal } = request;
  return fetch(new URL(url.pathname + url.search, sim), { method, headers, signal, ...(body && { body }) });
};
