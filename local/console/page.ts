import type { ServerResponse } from "node:http";
import { notFound, answerJson, type Mount } from "../doors/mounts.ts";
import { openPage, type Page, type Served } from "../../simulator/page/serve-page.ts";

/** Where the page's files are served. */
const prefix = "/_relay/page/";

/** The console's page: its document at the door's own address, and the modules and style sheets that it is made of. */
export function pageMounts(): readonly Mount[] {
  let opened: Page | undefined;
  /** Looked up by the first who comes: a start need not. */
  const page = (): Page => (opened ??= open());
  return [
    {
      path: "/",
      exact: true,
      serve: (request, response) => {
        request.resume();
        write(response, page().document);
      },
    },
    {
      path: prefix.slice(0, -1),
      serve: (request, response) => {
        request.resume();
        const [path = ""] = (request.url ?? "").split("?", 1);
        const served = page().find(path);
        if (served) write(response, served);
        else answerJson(response, 404, notFound(path));
      },
    },
  ];
}

function open(): Page {
  const root = new URL("../../", import.meta.url);
  return openPage({
    title: "qq-relay",
    prefix,
    root,
    folders: ["local/console/browser/", "simulator/page/browser/chat/"],
    entry: "local/console/browser/main.ts",
    styles: [
      ...["tokens", "chat"].map((name) => `simulator/page/browser/chat/${name}.css`),
      ...["base", "parts", "layout", "deliveries", "conversation", "playground"].map(
        (name) => `local/console/browser/styles/${name}.css`,
      ),
    ],
  });
}

function write(response: ServerResponse, { status, headers, body }: Served): void {
  response.writeHead(status, headers);
  response.end(response.req.method === "HEAD" ? undefined : body);
}
