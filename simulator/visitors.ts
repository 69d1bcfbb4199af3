import type { IncomingMessage } from "node:http";

const own = ["127.0.0.1", "localhost", "[::1]"];

const nameOf = (host: string): string => host.replace(/:\d+$/, "").toLowerCase();

/** Whether a `Host` is a name by which this machine's simulator is reached. */
export const isOwnName = (host: string, hosts: readonly string[]): boolean => [...own, ...hosts].includes(nameOf(host));

/**
 * Why a request may not pass, undefined where it may: web pages of others must neither read what was sent nor turn knobs,
 * not even by a name of theirs that was pointed here, nor by a body that a browser sends without asking first (`text/plain`,
 * a form). Bots under test come with QQ's host names, or any other, but never with what browsers say of themselves (`Origin`,
 * `Sec-Fetch-Site`), and neither does a person's curl. `hosts` are names by which the control may be reached besides
 * loopback's.
 */
export function findForeign(
  path: string,
  { method = "GET", headers }: Pick<IncomingMessage, "method" | "headers">,
  hosts: readonly string[],
): string | undefined {
  const { host = "", origin } = headers;
  const site = headers["sec-fetch-site"];
  if (!isControl(path))
    return origin === undefined && (site === undefined || site === "none")
      ? undefined
      : "web pages may not call QQ's API here (Origin, Sec-Fetch-Site)";
  if (!isOwnName(host, hosts))
    return `the control is for this machine; to reach it as ${nameOf(host) || "no name"}, start with SIM_HOSTS=${nameOf(host)}`;
  const isForeign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
  const isLed = method !== "GET" && site !== undefined && site !== "same-origin" && site !== "none";
  return isForeign || isLed ? "other web pages may not use the control (Origin, Sec-Fetch-Site)" : undefined;
}

const isControl = (path: string): boolean => path === "/" || path === "/_sim" || path.startsWith("/_sim/");
