import {
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { second } from "../../base/time.ts";
import type { Dynamo, Operation, Operations } from "./dynamo.ts";

export type SdkOptions = {
  /** As `ConnectOptions` has it. */
  readonly timeoutMs?: number;
};

/** The SDK's client: for what is done once to a table, and for people, whose credentials may come from anywhere. */
export function createSdkClient(
  endpoint: string | undefined,
  hasCredentials: boolean,
  { timeoutMs = 2 * second }: SdkOptions = {},
): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: Math.max(second, timeoutMs / 2),
      requestTimeout: timeoutMs,
      // Alone, `requestTimeout` only warns.
      throwOnRequestTimeout: true,
      // An answer that stops half-way is not a request that takes too long.
      socketTimeout: timeoutMs,
      logger: silent,
    },
    ...(endpoint !== undefined && { endpoint }),
    ...(endpoint !== undefined &&
      !hasCredentials && { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } }),
  });
}

const say = (): void => undefined;

/** Without a logger of ours the SDK warns on the console, between the lines of what a command prints. */
const silent = { trace: say, debug: say, info: say, warn: say, error: say };

const commands = {
  DeleteItem: DeleteItemCommand,
  GetItem: GetItemCommand,
  PutItem: PutItemCommand,
  Query: QueryCommand,
  Scan: ScanCommand,
  UpdateItem: UpdateItemCommand,
} as const satisfies Record<Operation, unknown>;

/** The table's operations by the SDK's client. */
export const viaSdk = (client: DynamoDBClient): Dynamo => ({
  call: <Name extends Operation>(operation: Name, input: Operations[Name]["input"]) => {
    // Which of the commands it is goes by the same name as its input and its output.
    const Command = commands[operation] as unknown as new (of: typeof input) => Parameters<DynamoDBClient["send"]>[0];
    return client.send(new Command(input)) as unknown as Promise<Operations[Name]["output"]>;
  },
  close: () => Promise.resolve(client.destroy()),
});
