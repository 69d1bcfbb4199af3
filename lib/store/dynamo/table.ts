import type { QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { type Item, textOf } from "../item.ts";
import { isExpired, type Key, type Range, type Table } from "../table.ts";
import { fromAttributes, toAttributes } from "./attributes.ts";
import { indexes } from "./definition.ts";
import type { Answer, Dynamo, Operations } from "./dynamo.ts";
import { expressPut, expressUpdate } from "./express.ts";

/** A write whose condition does not hold is no fault. */
async function unlessRefused<Answer>(write: Promise<Answer>): Promise<Answer | false> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Error && error.name === "ConditionalCheckFailedException") return false;
    throw error;
  }
}

/** Entries of the latest that are read at once: whoever asks for the latest takes few of very many. */
const latestPage = 50;

const between = (name: string, pk: string, { from, to }: Range) => ({
  KeyConditionExpression: "pk = :pk AND #range BETWEEN :from AND :to",
  ExpressionAttributeNames: { "#range": name },
  ExpressionAttributeValues: { ":pk": { S: pk }, ":from": { S: from }, ":to": { S: to } },
});

const keyOf = ({ pk, sk }: Item): Key => ({ pk: textOf(pk), sk: textOf(sk) });

type Paged = "Query" | "Scan";

/** All pages of an answer, one after another. */
async function* pagesOf<Name extends Paged>(
  { call }: Dynamo,
  operation: Name,
  input: Operations[Name]["input"],
): AsyncGenerator<Answer<Paged>> {
  let next = input.ExclusiveStartKey;
  do {
    const page: Answer<Paged> = await call(operation, { ...input, ExclusiveStartKey: next });
    yield page;
    next = page.LastEvaluatedKey;
  } while (next !== undefined);
}

/** The table on DynamoDB. AWS removes what is expired within days: until then it is passed over. `now` in ms. */
export function openDynamo(dynamo: Dynamo, name: string, now: () => number): Table {
  const { call } = dynamo;
  const isOver = (item: Item): boolean => isExpired(item["expiresAt"], now());

  async function* query(input: Omit<QueryCommandInput, "TableName">, pageSize?: number): AsyncGenerator<Item> {
    let left = input.Limit ?? Number.POSITIVE_INFINITY;
    const paging = pageSize === undefined ? {} : { Limit: pageSize };
    for await (const page of pagesOf(dynamo, "Query", { TableName: name, ...input, ...paging }))
      for (const attributes of page.Items ?? []) {
        const item = fromAttributes(attributes);
        if (isOver(item)) continue;
        yield item;
        left -= 1;
        if (left <= 0) return;
      }
  }

  return {
    get: async (key) => {
      const input = { TableName: name, Key: toAttributes(key), ConsistentRead: true };
      const { Item } = await call("GetItem", input);
      const item = Item && fromAttributes(Item);
      return item && !isOver(item) ? item : undefined;
    },
    put: async (item, when) => {
      const input = { TableName: name, Item: toAttributes(item), ...expressPut(when) };
      return (await unlessRefused(call("PutItem", input))) !== false;
    },
    update: async (change) => {
      const input = { TableName: name, ...expressUpdate(change) };
      const done = await unlessRefused(call("UpdateItem", input));
      return done && fromAttributes(done.Attributes ?? {});
    },
    remove: async (key) => {
      await call("DeleteItem", { TableName: name, Key: toAttributes(key) });
    },
    query: (pk, sk, limit) =>
      query({
        ConsistentRead: true,
        ...between("sk", pk, sk),
        ...(limit !== undefined && { Limit: limit }),
      }),
    queryLive: (pk, live, limit) =>
      query({
        IndexName: indexes.live,
        ConsistentRead: true,
        Select: "ALL_ATTRIBUTES",
        ...between("live", pk, live),
        ...(limit !== undefined && { Limit: limit }),
      }),
    countLive: async (pk, live) => {
      const input = { TableName: name, IndexName: indexes.live, ConsistentRead: true, ...between("live", pk, live) };
      let count = 0;
      for await (const page of pagesOf(dynamo, "Query", { ...input, Select: "COUNT" })) count += page.Count ?? 0;
      return count;
    },
    hasLive: async (pk, live) => {
      const keys = query({ IndexName: indexes.live, ConsistentRead: true, ...between("live", pk, live), Limit: 1 });
      return !(await keys.next()).done;
    },
    queryDue: async function* (dueShard, until) {
      const keys = query({
        IndexName: indexes.due,
        KeyConditionExpression: "dueShard = :shard AND dueAt <= :until",
        ExpressionAttributeValues: { ":shard": { S: dueShard }, ":until": { N: String(until) } },
      });
      for await (const item of keys) yield keyOf(item);
    },
    queryLatest: async function* (dueShard, since) {
      const input = {
        IndexName: indexes.due,
        KeyConditionExpression: "dueShard = :shard AND dueAt >= :since",
        ExpressionAttributeValues: { ":shard": { S: dueShard }, ":since": { N: String(since) } },
        ScanIndexForward: false,
      };
      const keys = query(input, latestPage);
      for await (const item of keys) yield keyOf(item);
    },
    scanLive: async function* () {
      for await (const page of pagesOf(dynamo, "Scan", { TableName: name, IndexName: indexes.live }))
        for (const attributes of page.Items ?? []) {
          const item = fromAttributes(attributes);
          yield { ...keyOf(item), live: textOf(item["live"]) };
        }
    },
  };
}
