import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "../../../simulator/page/serve-page.ts";

/** Serves a page on a free port of loopback, and nothing else. */
export async function servePage(page: Page): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const server = createServer(({ url = "/" }, response) => {
    const served = url === "/" ? page.document : page.find(url);
    response.writeHead(served?.status ?? 404, served?.headers).end(served?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
