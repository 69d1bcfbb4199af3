import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** DynamoDB that takes every write, and Lambda's API that takes every invocation, in a process of their own. */
async function listen(status: number, body: string): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().once("end", () => {
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" });
      response.end(body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const urls = { dynamo: await listen(200, "{}"), lambda: await listen(202, "") };
process.once("disconnect", () => process.exit());
process.send?.(urls);
