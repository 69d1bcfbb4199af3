import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { inBoth } from "../../lib/model/said.ts";
import { answerJson, type Mount, serveMounts } from "../doors/mounts.ts";
import { answerClosedPage, wantsPage } from "./closed-page.ts";
import { type Barred, barred, sessionCookie } from "./guard.ts";
import type { Sessions } from "./sessions.ts";

/** The command that makes a link into the console. */
const openCommand = "npm run relay -- console";

/**
 * The admin door: everything behind it is for operators only; a one-time code in `/?code=` opens a browser's session. `command` makes one.
 */
export function serveAdmin(
  sessions: Sessions,
  find: () => readonly Mount[] | undefined,
  onFault: (error: unknown) => void,
  command = openCommand,
): RequestListener {
  const inside = serveMounts(find, onFault);
  return (request, response) => {
    response.setHeader("cache-control", "no-store");
    response.setHeader("referrer-policy", "no-referrer");
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("x-frame-options", "DENY");
    const port = request.socket.localPort ?? 0;
    const code = codeOf(request);
    if (code !== undefined) return openSession(sessions.redeem(code), command, request, response);
    const refused = barred(request, sessions, port);
    if (!refused) return inside(request, response);
    request.resume();
    answerBarred(refused, command, request, response);
  };
}

function answerBarred(
  { status, error, message }: Barred,
  command: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (wantsPage(request)) return answerClosedPage(response, { status, message, command });
  answerJson(response, status, { error, message });
}

function codeOf({ method, url }: IncomingMessage): string | undefined {
  if (method !== "GET" || !url?.startsWith("/?code=")) return undefined;
  return new URLSearchParams(url.slice(2)).get("code") ?? undefined;
}

/** The address with the code is left at once, so that it stays neither in the bar nor in what the page sends on. */
function openSession(
  value: string | undefined,
  command: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.resume();
  if (value === undefined) {
    const message = inBoth(
      `This link was used or is over; make another: ${command}.`,
      `这个链接用过了或已过期，请重新执行 ${command}。`,
    );
    answerBarred({ status: 401, error: "bad-code", message }, command, request, response);
    return;
  }
  response.writeHead(303, { location: "/", "set-cookie": sessionCookie(request.socket.localPort ?? 0, value) });
  response.end();
}
