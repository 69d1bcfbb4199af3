import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { createEvent } from "../../local/lambda/function-url-event.ts";
import { makePush, pushSecret } from "../push.ts";
import { functionEnv } from "../start-cost.ts";

/** CPU (ms) of a fresh process: to load a function's bundle, and then to take its first webhook. */
export type FirstRequest = { readonly startMs: number; readonly requestMs: number };

/**
 * A bundled scene function as a new instance in AWS: it loads, takes a signed push and wakes itself. `urls` stand for DynamoDB and
 * for Lambda's API.
 */
export function measureFirstRequest(
  entry: string,
  urls: { readonly dynamo: string; readonly lambda: string },
): FirstRequest {
  const { headers, body } = makePush(1);
  const event = createEvent(
    {
      method: "POST",
      url: "/ci",
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      body: Buffer.from(body),
      sourceIp: "127.0.0.1",
      urlId: "bench",
      requestId: "bench",
    },
    {},
    new Date(),
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "first-request.mjs"), entry],
    {
      env: {
        ...functionEnv,
        DYNAMODB_ENDPOINT: urls.dynamo,
        AWS_ENDPOINT_URL_LAMBDA: urls.lambda,
        GithubSecret: pushSecret,
        EVENT: JSON.stringify(event),
      },
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`${entry} takes no request: ${stderr.slice(-1_000)}${stdout.slice(-1_000)}`);
  return JSON.parse(stdout.slice(stdout.lastIndexOf("\n{") + 1)) as FirstRequest;
}
