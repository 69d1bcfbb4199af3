import { open as openFile } from "node:fs/promises";
import { backup, type DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { applyUpdate } from "../apply-update.ts";
import { type Condition, isTrueOf } from "../condition.ts";
import { type Item, textOf } from "../item.ts";
import type { Key, Table } from "../table.ts";
import { type Checkpoints, createCheckpoints } from "./checkpoints.ts";
import { type Commits, groupCommits } from "./commits.ts";
import { decode, encode } from "./encode.ts";
import { openDatabase, type Unusable } from "./open.ts";
import { statements } from "./schema.ts";

/** The table in one SQLite file, and what only an engine in this process can do. */
export type SqliteTable = Table & {
  /** Keys of every item, whatever it is. */
  readonly allKeys: () => AsyncIterable<Key>;
  /** Removes at most so many items that are over; answers how many it was. */
  readonly expire: (max: number) => Promise<number>;
  /** Writes a whole copy, as of one moment, while everything goes on. */
  readonly backUp: (file: string) => Promise<void>;
  /** Brings everything into the one file and lets it go. */
  readonly close: () => Promise<void>;
};

const pageSize = 256;

/** So many writes make a log of about 8 MB. */
const checkpointEvery = 1_000;

/** A log of so many pages (64 MB) is worth a moment's pause of all writes: under load it never ends by itself. */
const maxLogPages = 16_000;

type Row = Readonly<Record<string, unknown>>;
type Statements = Readonly<Record<keyof typeof statements, StatementSync>>;

const prepare = (db: DatabaseSync): Statements =>
  Object.fromEntries(Object.entries(statements).map(([name, sql]) => [name, db.prepare(sql)])) as Statements;

const keyOf = ({ pk, sk }: Row): Key => ({ pk: String(pk), sk: String(sk) });

const orNull = (value: unknown): SQLInputValue =>
  typeof value === "string" || typeof value === "number" ? value : null;

/**
 * Opens the table in a file, or in memory where there is no `path`. Each write reads its item, tests the condition and
 * writes within one transaction, and answers when that is on the disk. `now` in ms, for what is expired.
 */
export function openSqlite(path: string | undefined, now: () => number): SqliteTable | Unusable {
  const db = openDatabase(path ?? ":memory:");
  if ("kind" in db) return db;
  const log = path === undefined ? undefined : openLog(`${path}-wal`);
  const commits = groupCommits(db, log?.sync ?? (() => Promise.resolve()));
  const checkpoints = path === undefined ? undefined : createCheckpoints(path);
  const prepared = prepare(db);
  const seconds = (): number => now() / 1_000;
  const countWrite = checkpoints ? countWrites(commits, checkpoints) : () => undefined;

  const readRaw = ({ pk, sk }: Key): Item => {
    const row = prepared.raw.get(pk, sk);
    return row ? decode(String(row["item"])) : {};
  };
  const writeItem = (item: Item): void => {
    const { pk, sk, live, dueShard, dueAt, expiresAt } = item;
    prepared.put.run(textOf(pk), textOf(sk), ...[live, dueShard, dueAt, expiresAt].map(orNull), encode(item));
    countWrite();
  };
  const change = <Answer>(
    key: Key,
    when: Condition | undefined,
    run: (before: Item) => Answer,
  ): Promise<Answer | false> =>
    commits.write(() => {
      const before = readRaw(key);
      return when && !isTrueOf(when, before) ? false : run(before);
    });
  async function* pages(statement: StatementSync, pk: string, from: string, to: string, limit: number) {
    let begin = from;
    for (let left = limit; left > 0;) {
      commits.commit();
      const size = Math.min(left, pageSize);
      const rows = statement.all(pk, begin, to, seconds(), size);
      for (const row of rows) yield decode(String(row["item"]));
      if (rows.length < size) return;
      left -= size;
      begin = `${String(rows.at(-1)?.["at"])}\0`;
    }
  }
  async function* rowsBehind(statement: StatementSync, given: readonly SQLInputValue[], order: readonly string[]) {
    let last: readonly SQLInputValue[] = order.map((name) => (name === "dueAt" ? Number.NEGATIVE_INFINITY : ""));
    for (;;) {
      commits.commit();
      const rows = statement.all(...given, ...last, pageSize) as readonly Row[];
      yield* rows;
      const [row] = rows.slice(-1);
      if (!row || rows.length < pageSize) return;
      last = order.map((name) => orNull(row[name]));
    }
  }

  return {
    get: (key) => {
      commits.commit();
      const row = prepared.get.get(key.pk, key.sk, seconds());
      return Promise.resolve(row ? decode(String(row["item"])) : undefined);
    },
    put: (item, when) =>
      change(item, when, () => {
        writeItem(item);
        return true;
      }),
    update: (update) =>
      change(update.key, update.when, (before) => {
        const after = applyUpdate(before, update);
        writeItem(after);
        return update.answer ? decode(encode(after)) : {};
      }),
    remove: ({ pk, sk }) =>
      commits.write(() => {
        prepared.remove.run(pk, sk);
        countWrite();
      }),
    query: (pk, { from, to }) => pages(prepared.query, pk, from, to, Number.POSITIVE_INFINITY),
    queryLive: (pk, { from, to }, limit = Number.POSITIVE_INFINITY) => pages(prepared.live, pk, from, to, limit),
    countLive: (pk, { from, to }) => {
      commits.commit();
      return Promise.resolve(Number(prepared.countLive.get(pk, from, to)?.["count"]));
    },
    hasLive: (pk, { from, to }) => {
      commits.commit();
      return Promise.resolve(prepared.hasLive.get(pk, from, to) !== undefined);
    },
    queryDue: async function* (dueShard, until) {
      for await (const row of rowsBehind(prepared.due, [dueShard, until], ["dueAt", "pk", "sk"])) yield keyOf(row);
    },
    scanLive: async function* () {
      for await (const row of rowsBehind(prepared.scanLive, [], ["pk", "live", "sk"]))
        yield { ...keyOf(row), live: String(row["live"]) };
    },
    allKeys: async function* () {
      for await (const row of rowsBehind(prepared.keys, [], ["pk", "sk"])) yield keyOf(row);
    },
    expire: (max) =>
      commits.write(() => {
        const { changes } = prepared.expire.run(seconds(), max);
        for (let written = 0; written < changes; written += 1) countWrite();
        return Number(changes);
      }),
    backUp: async (file) => {
      commits.commit();
      await backup(db, file);
    },
    close: async () => {
      await commits.pauseFor(() => Promise.resolve());
      await checkpoints?.stop();
      db.close();
      await log?.close();
    },
  };
}

/** The log's own handle, by which it is synced in a thread of Node's pool. SQLite makes the file at the first write. */
function openLog(path: string) {
  let opened: ReturnType<typeof openFile> | undefined;
  return {
    sync: async () => {
      const file = await (opened ??= openFile(path, "r+"));
      await file.datasync();
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
}

/** Asks for a checkpoint each so many writes, one at a time. A checkpoint that fails is no one's write: the next one does it. */
function countWrites(commits: Commits, checkpoints: Checkpoints): () => void {
  let writes = 0;
  let running = false;
  const run = async (): Promise<void> => {
    const left = await checkpoints.run();
    if (left > maxLogPages)
      await commits.pauseFor(async () => {
        await checkpoints.run();
      });
  };
  return () => {
    writes += 1;
    if (writes < checkpointEvery || running) return;
    writes = 0;
    running = true;
    void run()
      .catch(() => undefined)
      .finally(() => {
        running = false;
      });
  };
}
