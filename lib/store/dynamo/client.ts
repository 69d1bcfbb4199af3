import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Log } from "../../ports.ts";
import { second } from "../../base/time.ts";

export type ConnectOptions = {
  /** For the SDK's own warnings, such as that all connections are busy. Without it they are dropped. */
  readonly log?: Log;
  /** How long (ms) the database may be silent, before and within its answer; half of it, or a second, to be reached at all. */
  readonly timeoutMs?: number;
};

/**
 * A client of the table's database. An endpoint of one's own (the embedded engine, DynamoDB Local) needs no AWS account;
 * waits are short, since a sender waits for the answer and the sweep tries again: silence is a fault after three tries,
 * some six seconds.
 */
export function connect(
  endpoint: string | undefined,
  hasCredentials: boolean,
  { log, timeoutMs = 2 * second }: ConnectOptions = {},
): DynamoDBClient {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: Math.max(second, timeoutMs / 2),
      requestTimeout: timeoutMs,
      // Alone, `requestTimeout` only warns.
      throwOnRequestTimeout: true,
      // An answer that stops half-way is not a request that takes too long.
      socketTimeout: timeoutMs,
      logger: sdkLogger(log),
    },
    ...(endpoint !== undefined && { endpoint }),
    ...(endpoint !== undefined &&
      !hasCredentials && { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } }),
  });
  // It filters every input and output for a logger that there is not: a tenth of a call's CPU.
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}

/** Without a logger of ours the SDK warns on the console, between the log's lines. */
function sdkLogger(log: Log | undefined) {
  const tell = (level: "warn" | "error") => (message: unknown) => log?.(level, "sdk", { message: String(message) });
  const silent = () => undefined;
  return { trace: silent, debug: silent, info: silent, warn: tell("warn"), error: tell("error") };
}
