import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  paginateScan,
  PutItemCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { type Item, textOf } from "../item.ts";
import { isExpired, type Key, type Range, type Table } from "../table.ts";
import { fromAttributes, toAttributes } from "./attributes.ts";
import { indexes } from "./definition.ts";
import { expressPut, expressUpdate } from "./express.ts";

/** A write whose condition does not hold is no fault. */
async function unlessRefused<Answer>(write: Promise<Answer>): Promise<Answer | false> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
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

/** The table on DynamoDB. AWS removes what is expired within days: until then it is passed over. `now` in ms. */
export function openDynamo(client: DynamoDBClient, name: string, now: () => number): Table {
  const isOver = (item: Item): boolean => isExpired(item["expiresAt"], now());

  async function* query(input: Omit<QueryCommandInput, "TableName">, pageSize?: number): AsyncGenerator<Item> {
    let left = input.Limit ?? Number.POSITIVE_INFINITY;
    const paging = { client, ...(pageSize !== undefined && { pageSize }) };
    for await (const page of paginateQuery(paging, { TableName: name, ...input }))
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
      const { Item } = await client.send(new GetItemCommand(input));
      const item = Item && fromAttributes(Item);
      return item && !isOver(item) ? item : undefined;
    },
    put: async (item, when) => {
      const input = { TableName: name, Item: toAttributes(item), ...expressPut(when) };
      return (await unlessRefused(client.send(new PutItemCommand(input)))) !== false;
    },
    update: async (change) => {
      const input = { TableName: name, ...expressUpdate(change) };
      const done = await unlessRefused(client.send(new UpdateItemCommand(input)));
      return done && fromAttributes(done.Attributes ?? {});
    },
    remove: async (key) => {
      await client.send(new DeleteItemCommand({ TableName: name, Key: toAttributes(key) }));
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
      for await (const page of paginateQuery({ client }, { ...input, Select: "COUNT" })) count += page.Count ?? 0;
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
      for await (const page of paginateScan({ client }, { TableName: name, IndexName: indexes.live }))
        for (const attributes of page.Items ?? []) {
          const item = fromAttributes(attributes);
          yield { ...keyOf(item), live: textOf(item["live"]) };
        }
    },
  };
}
