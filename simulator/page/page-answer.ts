import type { ServerResponse } from "node:http";

/** What the simulator's page is answered besides JSON. */
export type PageAnswer =
  /** A file, as it stands. */
  | {
      readonly kind: "served";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string | Buffer;
    }
  /** Server-sent events, until who asked for them goes away. */
  | { readonly kind: "stream"; readonly open: (response: ServerResponse) => void };

/** Writes one, whole or its beginning. */
export function writePageAnswer(response: ServerResponse, answer: PageAnswer): void {
  if (answer.kind === "served") {
    response.writeHead(answer.status, { ...answer.headers, "x-content-type-options": "nosniff" }).end(answer.body);
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" });
  answer.open(response);
}
