import { closeSync, fdatasync, openSync } from "node:fs";
import { backup, type DatabaseSync, type StatementSync } from "node:sqlite";
import { promisify } from "node:util";
import { applyUpdate } from "../apply-update.ts";
import { type Condition, isTrueOf } from "../condition.ts";
import { type Item, textOf, type Value } from "../item.ts";
import type { Key, Table } from "../table.ts";
import { type Checkpoints, createCheckpoints } from "./checkpoints.ts";
import { type Commits, groupCommits } from "./commits.ts";
import { decode, encode } from "./encode.ts";
import { openDatabase } from "./open.ts";
import type { Unusable } from "./read-fault.ts";
import { statements } from "./schema.ts";

/** The table in one SQLite file, and what only an engine in this process can do. */
export type SqliteTable = Table & {
  /** Keys of every item, whatever it is. */
  readonly allKeys: () => AsyncIterable<Key>;
  /** Keys of the items that bear a name in their partitions. */
  readonly keysNamed: (sk: string) => AsyncIterable<Key>;
  /** Removes at most so many items that are over; answers how many it was. */
  readonly expire: (max: number) => Promise<number>;
  /** Writes a whole copy, as of the moment when it ends, while everything goes on. */
  readonly backUp: (file: string) => Promise<void>;
  /** Brings everything into the one file and lets it go. */
  readonly close: () => Promise<void>;
};

const pageSize = 256;

/** As long (ms) what a power cut may undo stays off the disk, where no other write brings it there before. */
const maxUnsynced = 100;

/** So many writes make a log of about 8 MB. */
const checkpointEvery = 1_000;

/** Under load a log never ends by itself: one of so many pages (32 MB) is worth a moment's pause of all writes. */
const maxLogPages = 8_000;

type Row = Readonly<Record<string, unknown>>;
type Statements = Readonly<Record<keyof typeof statements, StatementSync>>;

const prepare = (db: DatabaseSync): Statements =>
  Object.fromEntries(Object.entries(statements).map(([name, sql]) => [name, db.prepare(sql)])) as Statements;

/** A text of a row; where there is no row, what comes before every one. */
const text = (row: Row | undefined, name: string, before = ""): string => (row ? String(row[name]) : before);

const keyOf = (row: Row): Key => ({ pk: text(row, "pk"), sk: text(row, "sk") });

/** An item as a write finds it, and where; `{}` where there is none. */
type Before = { readonly row: number | undefined; readonly item: Item };

const indexed = ["live", "dueShard", "dueAt", "expiresAt"] as const;

/** What an index is made of, where it is of the index's kind. */
const textOrNull = (value: Value | undefined): string | null => (typeof value === "string" ? value : null);
const numberOrNull = (value: Value | undefined): number | null => (typeof value === "number" ? value : null);

/**
 * Opens the table in a file, or in memory where there is no `path`. Each write reads its item, tests the condition and
 * writes within one transaction, and answers when that is on the disk. `now` in ms, for what is expired; `onBroken` is told when
 * the disk failed, after which every write does, until the file is opened anew.
 */
export function openSqlite(
  path: string | undefined,
  now: () => number,
  onBroken?: (fault: unknown) => void,
): SqliteTable | Unusable {
  const db = openDatabase(path ?? ":memory:");
  if ("kind" in db) return db;
  const log = path === undefined ? undefined : openLog(`${path}-wal`);
  const commits = groupCommits(
    db,
    log?.sync ?? (() => Promise.resolve()),
    (run) => void setTimeout(run, maxUnsynced).unref(),
    onBroken,
  );
  const checkpoints = path === undefined ? undefined : createCheckpoints(path);
  const prepared = prepare(db);
  const seconds = (): number => now() / 1_000;
  const countWrite = checkpoints ? countWrites(commits, checkpoints) : () => undefined;

  const readRaw = ({ pk, sk }: Key): Before => {
    const row = prepared.raw.get(pk, sk);
    return row ? { row: Number(row["rowid"]), item: decode(String(row["item"])) } : { row: undefined, item: {} };
  };
  /** Answers the item's text. What leaves the item's places in the indexes as they were touches none of them. */
  const writeItem = ({ row, item: before }: Before, item: Item): string => {
    const encoded = encode(item);
    if (row !== undefined && indexed.every((name) => item[name] === before[name])) prepared.rewrite.run(encoded, row);
    else {
      const { pk, sk, live, dueShard, dueAt, expiresAt } = item;
      const places = [textOrNull(live), textOrNull(dueShard), numberOrNull(dueAt), numberOrNull(expiresAt)] as const;
      prepared.put.run(textOf(pk), textOf(sk), ...places, encoded);
    }
    countWrite();
    return encoded;
  };

  const change = <Answer>(
    key: Key,
    when: Condition | undefined,
    run: (before: Before) => Answer,
    undoable?: boolean,
  ): Promise<Answer | false> =>
    commits.write(() => {
      const before = readRaw(key);
      return when && !isTrueOf(when, before.item) ? false : run(before);
    }, undoable);

  /** Rows page by page: each page begins behind the last row of the one before. */
  async function* readPages(read: (last: Row | undefined, size: number) => readonly Row[], limit = Infinity) {
    let last: Row | undefined;
    for (let left = limit; left > 0; left -= pageSize) {
      const size = Math.min(left, pageSize);
      const rows = await commits.read(() => read(last, size));
      yield* rows;
      if (rows.length < size) return;
      last = rows.at(-1);
    }
  }
  async function* items(rows: AsyncIterable<Row>) {
    for await (const row of rows) yield decode(String(row["item"]));
  }

  return {
    get: ({ pk, sk }) =>
      commits.read(() => {
        const row = prepared.get.get(pk, sk, seconds());
        return row ? decode(String(row["item"])) : undefined;
      }),
    put: (item, when) =>
      change(item, when, (before) => {
        writeItem(before, item);
        return true;
      }),
    update: (update) =>
      change(
        update.key,
        update.when,
        (before) => {
          const encoded = writeItem(before, applyUpdate(before.item, update));
          return update.answer ? decode(encoded) : {};
        },
        update.undoable,
      ),
    remove: ({ pk, sk }) =>
      commits.write(() => {
        prepared.remove.run(pk, sk);
        countWrite();
      }),
    query: (pk, { from, to }, limit) =>
      items(
        readPages((last, size) => {
          const begin = last ? `${text(last, "sk")}\0` : from;
          return prepared.query.all(pk, begin, to, seconds(), size);
        }, limit),
      ),
    queryLive: (pk, { from, to }, limit) =>
      items(
        readPages(
          (last, size) => prepared.live.all(pk, text(last, "live", from), text(last, "sk"), to, seconds(), size),
          limit,
        ),
      ),
    countLive: (pk, { from, to }) => commits.read(() => Number(prepared.countLive.get(pk, from, to)?.["count"])),
    hasLive: (pk, { from, to }) => commits.read(() => prepared.hasLive.get(pk, from, to) !== undefined),
    queryDue: async function* (dueShard, until) {
      const rows = readPages((last, size) => {
        const dueAt = Number(last?.["dueAt"] ?? Number.NEGATIVE_INFINITY);
        return prepared.due.all(dueShard, until, dueAt, text(last, "pk"), text(last, "sk"), size);
      });
      for await (const row of rows) yield keyOf(row);
    },
    queryLatest: async function* (dueShard, since) {
      const rows = readPages((last, size) => {
        const dueAt = Number(last?.["dueAt"] ?? Number.POSITIVE_INFINITY);
        return prepared.latest.all(dueShard, since, dueAt, text(last, "pk"), text(last, "sk"), size);
      });
      for await (const row of rows) yield keyOf(row);
    },
    scanLive: async function* () {
      const rows = readPages((last, size) =>
        prepared.scanLive.all(text(last, "pk"), text(last, "live"), text(last, "sk"), size),
      );
      for await (const row of rows) yield { ...keyOf(row), live: text(row, "live") };
    },
    allKeys: async function* () {
      for await (const row of readPages((last, size) => prepared.keys.all(text(last, "pk"), text(last, "sk"), size)))
        yield keyOf(row);
    },
    keysNamed: async function* (sk) {
      for await (const row of readPages((last, size) => prepared.named.all(sk, text(last, "pk"), size)))
        yield keyOf(row);
    },
    expire: (max) =>
      commits.write(() => {
        const { changes } = prepared.expire.run(seconds(), max);
        for (let written = 0; written < changes; written += 1) countWrite();
        return Number(changes);
      }),
    backUp: (file) => backUp(db, file, commits),
    close: () =>
      commits.pauseFor(async () => {
        await checkpoints?.stop();
        db.close();
        log?.close();
      }),
  };
}

const syncFile = promisify(fdatasync);

/**
 * The log's own handle, by which it is synced in a thread of Node's pool. SQLite has made the file by now, and keeps it
 * until the last connection goes.
 */
function openLog(path: string) {
  const file = openSync(path, "r+");
  return { sync: () => syncFile(file), close: () => closeSync(file) };
}

/** Node takes it for a fault when a copy's first step meets a transaction, and tries again at any later one. */
async function backUp(db: DatabaseSync, file: string, commits: Commits): Promise<void> {
  const begun = Promise.withResolvers<void>();
  let copying: Promise<unknown> = Promise.resolve();
  await commits.pauseFor(() => {
    copying = backup(db, file, { progress: () => begun.resolve() });
    return Promise.race([begun.promise, copying.then(() => undefined)]);
  });
  await copying;
}

/** Asks for a checkpoint each so many writes, one at a time. A checkpoint that fails is no one's write: the next one does it. */
function countWrites(commits: Commits, checkpoints: Checkpoints): () => void {
  let writes = 0;
  let running = false;
  const run = async (): Promise<void> => {
    const pages = await checkpoints.run();
    if (pages > maxLogPages)
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
