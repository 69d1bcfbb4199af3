import type { IncomingHttpHeaders } from "node:http";

const own = ["127.0.0.1", "localhost", "[::1]"];

const nameOf = (host: string): string => host.replace(/:\d+$/, "").toLowerCase();

/**
 * Why a request may not pass, undefined where it may: web pages of others must neither read what was sent nor turn knobs,
 * not even by a name of theirs that was pointed here. Bots under test come with QQ's host names, or any other, but never
 * with a browser's `Origin`. `hosts` are names by which the control may be reached besides loopback's.
 */
export function findForeign(path: string, headers: IncomingHttpHeaders, hosts: readonly string[]): string | undefined {
  const { host = "", origin } = headers;
  if (!isControl(path))
    return origin === undefined ? undefined : "web pages may not call QQ's API here (Origin header)";
  if (![...own, ...hosts].includes(nameOf(host)))
    return `the control is for this machine; to reach it as ${nameOf(host) || "no name"}, start with SIM_HOSTS=${nameOf(host)}`;
  const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
  return foreign ? "other web pages may not use the control (Origin header)" : undefined;
}

const isControl = (path: string): boolean => path === "/" || path === "/_sim" || path.startsWith("/_sim/");
