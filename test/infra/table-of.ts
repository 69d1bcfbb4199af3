import type { CreateTableCommandInput, KeySchemaElement, ScalarAttributeType } from "@aws-sdk/client-dynamodb";
import { ofType } from "../../local/plan/plan.ts";
import type { Plan } from "./plan.ts";

type Index = {
  readonly name: string;
  readonly hashKey?: string;
  readonly rangeKey: string;
  readonly projectionType: "ALL" | "KEYS_ONLY" | "INCLUDE";
};

/** The planned table as Pulumi is told about it. */
export type PlannedTable = {
  readonly name: string;
  readonly hashKey: string;
  readonly rangeKey: string;
  readonly billingMode: "PAY_PER_REQUEST" | "PROVISIONED";
  readonly attributes: readonly { readonly name: string; readonly type: ScalarAttributeType }[];
  readonly localSecondaryIndexes: readonly Index[];
  readonly globalSecondaryIndexes: readonly Index[];
};

export function plannedTable(plan: Plan): PlannedTable {
  const [table, ...more] = ofType(plan, "aws:dynamodb/table:Table");
  if (!table || more.length > 0) throw new Error("the plan must have one table");
  return table.inputs as PlannedTable;
}

/** The call of AWS that makes the planned table. */
export function createTable(table: PlannedTable): CreateTableCommandInput {
  const keys = (hash: string, range: string): KeySchemaElement[] => [
    { AttributeName: hash, KeyType: "HASH" },
    { AttributeName: range, KeyType: "RANGE" },
  ];
  const index = ({ name, hashKey = table.hashKey, rangeKey, projectionType }: Index) => ({
    IndexName: name,
    KeySchema: keys(hashKey, rangeKey),
    Projection: { ProjectionType: projectionType },
  });
  return {
    TableName: table.name,
    BillingMode: table.billingMode,
    AttributeDefinitions: table.attributes.map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
    KeySchema: keys(table.hashKey, table.rangeKey),
    LocalSecondaryIndexes: table.localSecondaryIndexes.map(index),
    GlobalSecondaryIndexes: table.globalSecondaryIndexes.map(index),
  };
}
