import type { IncomingMessage } from "node:http";
import type { Sessions } from "./sessions.ts";

/** Why a request does not pass the admin door; undefined = it does. */
export type Barred = { readonly status: 401 | 403; readonly error: string; readonly message: string };

/** Cookies know no ports: the name holds this door's, so that two relays on one machine do not log each other out. */
const cookieName = (port: number): string => `qq-relay-${port}`;

export const sessionCookie = (port: number, value: string): string =>
  `${cookieName(port)}=${value}; Path=/; HttpOnly; SameSite=Strict`;

const noProof: Barred = {
  status: 401,
  error: "unauthorized",
  message:
    "这里只给管理员：带上 Authorization: Bearer <RELAY_DATA/admin-token 的内容>，或用 npm run relay -- console 打开控制台。 · " +
    "For operators: send Authorization: Bearer <what RELAY_DATA/admin-token holds>, or open the console by npm run relay -- console.",
};

const otherPage: Barred = {
  status: 403,
  error: "other-origin",
  message: "只有控制台自己的页面可以这样做。 · Only the console's own page may do this.",
};

/**
 * Tells operators from everyone else. Where a request comes from, and what its `Host` or forwarding headers say, proves
 * nothing: a proxy in front makes every visitor local. A cookie comes with pages of other local servers too (they are of
 * the same site), so with one, what changes anything has to come from this door's own page.
 */
export function barred(request: IncomingMessage, sessions: Sessions, port: number): Barred | undefined {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (token !== undefined) return sessions.isToken(token) ? undefined : noProof;
  const session = readCookie(request.headers.cookie ?? "", cookieName(port));
  if (session === undefined || !sessions.isSession(session)) return noProof;
  return isOfOwnPage(request) ? undefined : otherPage;
}

function isOfOwnPage({ method, headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host;
  const site = headers["sec-fetch-site"];
  const reads = method === "GET" || method === "HEAD";
  return reads && (site === undefined || site === "same-origin" || site === "none");
}

const readCookie = (header: string, name: string): string | undefined =>
  header
    .split(/;\s*/)
    .map((pair) => pair.split("=", 2))
    .find(([key]) => key === name)?.[1];
