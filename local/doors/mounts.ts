import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { inBoth } from "../../lib/model/said.ts";

/** What answers below one path (`/group` answers `/group`, `/group/ci`), or at exactly one. */
export type Mount = {
  readonly path: string;
  readonly exact?: true;
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
};

/** Hands each request to its mount. `find` is asked each time, since the port opens before all mounts are ready. */
export const serveMounts =
  (find: () => readonly Mount[], onFault: (error: unknown) => void): RequestListener =>
  (request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?", 1);
    const mount = find().find((each) => path === each.path || (!each.exact && path.startsWith(`${each.path}/`)));
    if (mount === undefined) {
      request.resume();
      answerJson(response, 404, {
        error: "not-found",
        message: inBoth(`Nothing is served at ${path}.`, `${path} 处没有东西。`),
      });
      return;
    }
    void (async () => mount.serve(request, response))().catch((error: unknown) => {
      onFault(error);
      if (response.headersSent) response.destroy();
      else
        answerJson(response, 500, {
          error: "fault",
          message: inBoth("The relay failed; its log says why.", "中继出错了，原因在它的日志里。"),
        });
    });
  };

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(response.req.method === "HEAD" ? undefined : `${JSON.stringify(body)}\n`);
}
