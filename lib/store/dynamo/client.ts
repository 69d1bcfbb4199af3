import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/**
 * A client of the table's database. An endpoint of one's own (the embedded engine, DynamoDB Local) needs no AWS account;
 * waits are short, since a sender waits for the answer and the sweep tries again.
 */
export function connect(endpoint: string | undefined, hasCredentials: boolean): DynamoDBClient {
  const client = new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000 },
    ...(endpoint !== undefined && { endpoint }),
    ...(endpoint !== undefined &&
      !hasCredentials && { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } }),
  });
  // It filters every input and output for a logger that there is not: a tenth of a call's CPU.
  client.middlewareStack.remove("loggerMiddleware");
  return client;
}
