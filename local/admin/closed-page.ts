import type { IncomingMessage, ServerResponse } from "node:http";
import type { Barred } from "./guard.ts";

/** Whether a person's browser asks for a page, as against a program for an answer. */
export const wantsPage = ({ method, headers }: IncomingMessage): boolean =>
  (method === "GET" || method === "HEAD") && /\btext\/html\b/.test(headers.accept ?? "");

/** What a browser is shown that has no session: how to open the console. */
export function answerClosedPage(
  response: ServerResponse,
  { status, message, command }: Omit<Barred, "error"> & { readonly command: string },
): void {
  const body = `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>qq-relay</title>
<link rel="icon" href="data:,">
<h1>qq-relay</h1>
${status === 401 ? howToOpen(command) : `<p>${message}</p>`}
</html>
`;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy":
      "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

const howToOpen = (
  command: string,
): string => `<p>这里是控制台，要用一次性链接打开。在中继所在的机器上执行下面的命令，打开它给出的链接：</p>
<pre>${command}</pre>
<p lang="en">This is the console; a one-time link opens it. Run the command above on the relay's machine, and open the link that it prints.</p>
<p>链接 10 分钟内打开一次有效；中继重启后要重新打开。<span lang="en">A link opens once, within ten minutes; after the relay's restart make another.</span></p>`;
