import {
  ConditionalCheckFailedException,
  type CreateTableCommandInput,
  DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  paginateScan,
  PutItemCommand,
  type QueryCommandInput,
  type ScanCommandInput,
  UpdateItemCommand,
  DeleteItemCommand,
} from "@aws-sdk/client-dynamodb";
import { fromItem, type Item, toAttribute, toItem, type Value } from "./attributes.ts";
import type { Key } from "./keys.ts";

/** The one table: single-item conditional writes, reads, and queries, in plain values. */
export type Table = ReturnType<typeof openTable>;

/** One update: what it sets, adds and removes, under a condition over `#name` and `:value` placeholders. */
export type Update = {
  readonly key: Key;
  readonly set?: Item;
  /** Set only where the attribute is not there yet. */
  readonly init?: Item;
  readonly add?: Readonly<Record<string, number | ReadonlySet<string>>>;
  readonly remove?: readonly string[];
  /** Whether the item as it is afterwards is wanted; without it the answer is empty. */
  readonly answer?: true;
  readonly when?: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, Value>>;
};

export const indexes = { live: "live", due: "due" } as const;

/** The table as the embedded engine makes it; `infra/table.ts` says the same to AWS, and a test compares the two. */
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

const isNo = (error: unknown): boolean => error instanceof ConditionalCheckFailedException;

/** Opens the table. A condition that does not hold is an answer (`false`), everything else that fails is thrown. */
export function openTable(client: DynamoDBClient, name: string) {
  const get = async (key: Key): Promise<Item | undefined> => {
    const { Item } = await client.send(new GetItemCommand({ TableName: name, Key: toItem(key), ConsistentRead: true }));
    return Item && fromItem(Item);
  };

  const put = async (item: Item, when?: string): Promise<boolean> => {
    try {
      await client.send(
        new PutItemCommand({ TableName: name, Item: toItem(item), ...(when && { ConditionExpression: when }) }),
      );
      return true;
    } catch (error) {
      if (isNo(error)) return false;
      throw error;
    }
  };

  /** The item after the update where that was asked for, or `false`. */
  const update = async (change: Update): Promise<Item | false> => {
    try {
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName: name,
          ...(change.answer && { ReturnValues: "ALL_NEW" }),
          ...express(change),
        }),
      );
      return fromItem(Attributes ?? {});
    } catch (error) {
      if (isNo(error)) return false;
      throw error;
    }
  };

  const remove = async (key: Key): Promise<void> => {
    await client.send(new DeleteItemCommand({ TableName: name, Key: toItem(key) }));
  };

  async function* query(input: Omit<QueryCommandInput, "TableName">): AsyncGenerator<Item> {
    for await (const page of paginateQuery({ client }, { TableName: name, ...input }))
      for (const item of page.Items ?? []) yield fromItem(item);
  }

  async function* scan(input: Omit<ScanCommandInput, "TableName">): AsyncGenerator<Item> {
    for await (const page of paginateScan({ client }, { TableName: name, ...input }))
      for (const item of page.Items ?? []) yield fromItem(item);
  }

  return { get, put, update, remove, query, scan };
}

/** Every name goes through a placeholder, since the reserved words of DynamoDB are many and `state` is one. */
function express({ key, set = {}, init = {}, add = {}, remove = [], when, names = {}, values = {} }: Update) {
  const sets = Object.entries(set).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  const inits = Object.entries(init).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  const adds = Object.entries(add);
  const clauses = [
    sets.length + inits.length > 0 &&
      `SET ${[
        ...sets.map((_, at) => `#s${at} = :s${at}`),
        ...inits.map((_, at) => `#i${at} = if_not_exists(#i${at}, :i${at})`),
      ].join(", ")}`,
    adds.length > 0 && `ADD ${adds.map((_, at) => `#a${at} :a${at}`).join(", ")}`,
    remove.length > 0 && `REMOVE ${remove.map((_, at) => `#r${at}`).join(", ")}`,
  ].filter((clause) => clause !== false);
  const allNames = {
    ...Object.fromEntries(sets.map(([attribute], at) => [`#s${at}`, attribute])),
    ...Object.fromEntries(inits.map(([attribute], at) => [`#i${at}`, attribute])),
    ...Object.fromEntries(adds.map(([attribute], at) => [`#a${at}`, attribute])),
    ...Object.fromEntries(remove.map((attribute, at) => [`#r${at}`, attribute])),
    ...names,
  };
  const allValues = {
    ...Object.fromEntries(sets.map(([, value], at) => [`:s${at}`, toAttribute(value)])),
    ...Object.fromEntries(inits.map(([, value], at) => [`:i${at}`, toAttribute(value)])),
    ...Object.fromEntries(adds.map(([, value], at) => [`:a${at}`, toAttribute(value)])),
    ...toItem(values),
  };
  return {
    Key: toItem(key),
    ...(clauses.length > 0 && { UpdateExpression: clauses.join(" ") }),
    ...(when && { ConditionExpression: when }),
    ...(Object.keys(allNames).length > 0 && { ExpressionAttributeNames: allNames }),
    ...(Object.keys(allValues).length > 0 && { ExpressionAttributeValues: allValues }),
  };
}
