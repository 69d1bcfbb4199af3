import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

export const indexes = { live: "live", due: "due" } as const;

/** The table as a run of one's own makes it; `infra/table.ts` says the same to AWS, and a test compares the two. */
export const tableDefinition = (name: string): CreateTableCommandInput => {
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: "HASH" as const },
    { AttributeName: range, KeyType: "RANGE" as const },
  ];
  const keysOnly = { ProjectionType: "KEYS_ONLY" as const };
  return {
    TableName: name,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [
      ...["pk", "sk", "live", "dueShard"].map((each) => ({ AttributeName: each, AttributeType: "S" as const })),
      { AttributeName: "dueAt", AttributeType: "N" },
    ],
    KeySchema: keys("pk", "sk"),
    LocalSecondaryIndexes: [{ IndexName: indexes.live, KeySchema: keys("pk", "live"), Projection: keysOnly }],
    GlobalSecondaryIndexes: [{ IndexName: indexes.due, KeySchema: keys("dueShard", "dueAt"), Projection: keysOnly }],
  };
};
