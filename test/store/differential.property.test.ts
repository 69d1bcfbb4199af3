import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, localAt } from "../../lib/store/dynamo/client.ts";
import { openDynamo } from "../../lib/store/dynamo/table.ts";
import { openSqlite, type SqliteTable } from "../../lib/store/sqlite/table.ts";
import type { Table } from "../../lib/store/table.ts";
import { noon } from "../support/build.ts";
import { runs } from "../support/runs.ts";
import { startDynamo } from "../support/engines.ts";
import { everything, operation, type Operation, pks, shards, tableKeys } from "../support/table-operations.ts";

const programs = runs(40);
const maxOperations = 40;

describe("SQLite and DynamoDB's language", () => {
  let now = noon;
  let sqlite: SqliteTable;
  let dynamo: Table;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const opened = openSqlite(undefined, () => now);
    if ("kind" in opened) throw new Error(opened.reason);
    sqlite = opened;
    const engine = await startDynamo();
    dynamo = openDynamo(connect(localAt(engine.dynamo.endpoint)), engine.dynamo.name, () => now);
    stop = async () => {
      await sqlite.close();
      await engine.stop();
    };
  });
  afterAll(() => stop());

  /** What was said, by engine: a fault is an answer too, in words that differ. */
  const answerOf = (table: Table, asked: Operation): Promise<unknown> =>
    asked.ask(table).catch((error: unknown) => (error instanceof Error ? "fault" : error));

  it(
    "give the same answers, and are left with the same items",
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(operation, { minLength: 1, maxLength: maxOperations, size: "max" }),
          async (operations) => {
            now = noon;
            await Promise.all(tableKeys.flatMap((key) => [sqlite.remove(key), dynamo.remove(key)]));
            for (const each of operations) {
              now += each.later;
              const [ours, theirs] = await Promise.all([answerOf(sqlite, each), answerOf(dynamo, each)]);
              expect({ asked: each.told, answer: ours }).toEqual({ asked: each.told, answer: theirs });
            }
            // Long before anything is over, so that everything shows.
            now = 0;
            for (const pk of pks)
              expect(await Array.fromAsync(sqlite.query(pk, everything))).toEqual(
                await Array.fromAsync(dynamo.query(pk, everything)),
              );
            for (const shard of shards)
              expect(await Array.fromAsync(sqlite.queryDue(shard, noon * 2))).toEqual(
                await Array.fromAsync(dynamo.queryDue(shard, noon * 2)),
              );
          },
        ),
        { numRuns: programs },
      );
    },
    10_000 + programs * 500,
  );
});
