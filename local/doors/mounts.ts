import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { inBoth } from "../../lib/model/said.ts";

/** What answers below one path (`/group` answers `/group`, `/group/ci`; the empty one answers all), or at exactly one. */
export type Mount = {
  readonly path: string;
  readonly exact?: true;
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
};

/**
 * Hands each request to its mount. `find` is asked each time, since the port opens before the mounts are ready: until then
 * it answers undefined, and whoever asks is told to come again.
 */
export const serveMounts =
  (find: () => readonly Mount[] | undefined, onFault: (error: unknown) => void): RequestListener =>
  (request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?", 1);
    const mounts = find();
    if (mounts === undefined) {
      request.resume();
      response.setHeader("retry-after", "1");
      answerJson(response, 503, {
        error: "starting",
        message: inBoth("The relay is starting; send it again in a moment.", "中继正在启动，请稍后重发。"),
      });
      return;
    }
    const mount = mounts.find((each) => path === each.path || (!each.exact && path.startsWith(`${each.path}/`)));
    if (mount === undefined) {
      request.resume();
      answerJson(response, 404, notFound(path));
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

/** What an address is answered that nobody serves. */
export const notFound = (path: string): { readonly error: string; readonly message: string } => ({
  error: "not-found",
  message: inBoth(`Nothing is served at ${path}.`, `${path} 处没有东西。`),
});

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(response.req.method === "HEAD" ? undefined : `${JSON.stringify(body)}\n`);
}
