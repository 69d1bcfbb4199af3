import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openSqlite, type SqliteTable } from "../../../lib/store/sqlite/table.ts";
import { noon } from "../../support/build.ts";

/** What lies on the disk at a moment. */
type Files = { readonly db: Buffer; readonly log: Buffer };

/** A write that was acknowledged: its item, and where the log ended that was synced for it. */
type Acknowledged = { readonly sk: string; readonly end: number };

const sector = 512;
const headerBytes = 32;
const frameBytes = 24 + 4_096;

/** Where the log ends: behind the last frame with the salt of its header. Older frames may lie beyond. */
function endOf(log: Buffer): number {
  const salt = log.subarray(16, 24);
  let end = headerBytes;
  while (end + frameBytes <= log.length && log.subarray(end + 8, end + 16).equals(salt)) end += frameBytes;
  return end;
}

/** A disk that had everything up to `from` and beyond it some sectors of what was on its way there. */
function mix(before: Buffer, after: Buffer, from: number, isNew: () => boolean): Buffer {
  const disk = Buffer.alloc(Math.max(before.length, after.length));
  before.copy(disk);
  for (let at = 0; at < after.length; at += sector)
    if (at + sector <= from || isNew()) after.copy(disk, at, at, at + sector);
    else if (at < from) after.copy(disk, at, at, from);
  return disk;
}

/** For each sector whether it has come to the disk. */
const chances = fc.infiniteStream(fc.boolean()).map((stream) => () => stream.next().value ?? false);

describe("a power cut", () => {
  let folder: string;
  let path: string;
  let table: SqliteTable;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "power-"));
    path = join(folder, "relay.sqlite");
    table = open(path);
  });
  afterAll(async () => {
    await table.close();
    rmSync(folder, { recursive: true });
  });

  const open = (file: string): SqliteTable => {
    const opened = openSqlite(file, () => noon);
    if ("kind" in opened) throw new Error(`${opened.kind}: ${opened.reason}`);
    return opened;
  };
  const look = (): Files => ({ db: readFileSync(path), log: readFileSync(`${path}-wal`) });
  const put = (sk: string, size: number): Promise<boolean> =>
    table.put({ pk: `p${size % 7}`, sk, text: "满".repeat(size), live: `delivery#${sk}` });

  /** Writes one after the other, some of them larger than a page. */
  const write = async (name: string, count: number): Promise<readonly Acknowledged[]> => {
    const all: Acknowledged[] = [];
    for (let at = 0; at < count; at += 1) {
      const sk = `${name}${at}`;
      await put(sk, (at * 37) % 3_000);
      all.push({ sk, end: endOf(readFileSync(`${path}-wal`)) });
    }
    return all;
  };

  let starts = 0;
  /** What is wrong after a start on such a disk: what was acknowledged and is not there, and what a check of the file says. */
  const start = async (disk: Files, acknowledged: readonly Acknowledged[]): Promise<readonly unknown[]> => {
    const file = join(folder, `after-${(starts += 1)}.sqlite`);
    writeFileSync(file, disk.db);
    writeFileSync(`${file}-wal`, disk.log);
    const after = open(file);
    const there = new Set((await Array.fromAsync(after.allKeys())).map(({ sk }) => sk));
    await after.put({ pk: "p", sk: "after" });
    await after.close();
    const db = new DatabaseSync(file);
    const checked = db.prepare("PRAGMA integrity_check").all();
    db.close();
    rmSync(file);
    return [...acknowledged.filter(({ sk }) => !there.has(sk)), ...checked.map((row) => row["integrity_check"])];
  };
  const allIsWell = ["ok"];

  const upTo = (all: readonly Acknowledged[], end: number): readonly Acknowledged[] =>
    all.filter((each) => each.end <= end);

  describe("in the file's first log", () => {
    let before: Files;
    let after: Files;
    let all: readonly Acknowledged[];
    beforeAll(async () => {
      before = look();
      all = await write("first", 40);
      after = look();
    });

    it("right behind what was synced for an answer loses none that was answered", async () => {
      for (const { end } of all)
        expect(await start({ ...after, log: after.log.subarray(0, end) }, upTo(all, end))).toEqual(allIsWell);
    });

    it("at any byte loses only what was not answered, though half a frame is there", async () => {
      const offset = fc.integer({ min: endOf(before.log), max: endOf(after.log) });
      await fc.assert(
        fc.asyncProperty(offset, async (end) => {
          const log = after.log.subarray(0, end);
          expect(await start({ ...after, log }, upTo(all, end))).toEqual(allIsWell);
        }),
        { numRuns: 100 },
      );
    });

    it("loses only what was not answered, whichever sectors of it have come to the disk", async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...all), chances, async ({ end }, chance) => {
          const log = mix(before.log, after.log, end, chance);
          expect(await start({ ...after, log }, upTo(all, end))).toEqual(allIsWell);
        }),
        { numRuns: 100 },
      );
    });
  });

  describe("in a log that begins anew over an old one, all of which is in the file", () => {
    let before: Files;
    let after: Files;
    let old: readonly Acknowledged[];
    let all: readonly Acknowledged[];
    let between: Files;
    beforeAll(async () => {
      between = look();
      const many = Array.from({ length: 1_000 }, (_, at) => `old${at}`);
      await Promise.all(many.map((sk) => put(sk, 10)));
      old = many.map((sk) => ({ sk, end: 0 }));
      await vi.waitFor(() => expect(isCopied(path)).toBe(true), { timeout: 10_000 });
      before = look();
      all = await write("second", 40);
      after = look();
      expect(endOf(after.log)).toBeLessThan(endOf(before.log));
    });

    it("loses only what was not answered, whichever sectors of the rest have come to the disk", async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...all), chances, async ({ end }, chance) => {
          const log = mix(before.log, after.log, end, chance);
          expect(await start({ ...after, log }, [...old, ...upTo(all, end)])).toEqual(allIsWell);
        }),
        { numRuns: 50 },
      );
    });

    it("loses nothing of the old log before the first answer", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: headerBytes + 2 * frameBytes }), async (end) => {
          const log = mix(before.log, after.log, end, () => false);
          expect(await start({ ...after, log }, old)).toEqual(allIsWell);
        }),
        { numRuns: 50 },
      );
    });

    it("loses nothing while the old log is brought into the file, whichever sectors of that have come to the disk", async () => {
      await fc.assert(
        fc.asyncProperty(chances, async (chance) => {
          const db = mix(between.db, before.db, 0, chance);
          expect(await start({ db, log: before.log }, old)).toEqual(allIsWell);
        }),
        { numRuns: 50 },
      );
    });
  });
});

/** Whether all of a log is in the file, by SQLite's index of it: how many frames it has, and how many are copied. */
function isCopied(path: string): boolean {
  const index = readFileSync(`${path}-shm`);
  const frames = index.readUInt32LE(16);
  const copied = index.readUInt32LE(96);
  return frames === copied;
}
