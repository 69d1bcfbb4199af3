import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { above, equals } from "../../../lib/store/condition.ts";
import { textOf } from "../../../lib/store/item.ts";
import { openSqlite, type SqliteTable } from "../../../lib/store/sqlite/table.ts";
import { noon } from "../../support/build.ts";
import { everything } from "../../support/table-operations.ts";

const megabyte = 1024 * 1024;

/** More than the pages that a query reads rows by. */
const many = 700;

describe("the table in a file", () => {
  let folder: string;
  let path: string;
  let now: number;
  let table: SqliteTable;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "table-"));
    path = join(folder, "relay.sqlite");
    now = noon;
    table = open(path);
  });
  afterEach(async () => {
    await table.close();
    rmSync(folder, { recursive: true });
  });

  const open = (file: string): SqliteTable => {
    const opened = openSqlite(file, () => now);
    if ("kind" in opened) throw new Error(opened.reason);
    return opened;
  };
  const fill = (count: number, more: (at: number) => object = () => ({})): Promise<unknown> =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        table.put({ pk: "p", sk: `s${String(at).padStart(6, "0")}`, at, ...more(at) }),
      ),
    );
  const countOf = async (rows: AsyncIterable<unknown>): Promise<number> => (await Array.fromAsync(rows)).length;

  it("passes over nothing at a page's end, though many share a place in an index", async () => {
    await fill(many, () => ({ live: "delivery#", dueShard: "group", dueAt: 1 }));
    expect(await countOf(table.query("p", everything))).toBe(many);
    expect(await countOf(table.queryLive("p", everything))).toBe(many);
    expect(await countOf(table.queryLive("p", everything, 300))).toBe(300);
    expect(await countOf(table.queryDue("group", 1))).toBe(many);
    expect(await countOf(table.scanLive())).toBe(many);
    expect(await countOf(table.allKeys())).toBe(many);
  });

  it("gives every item of a query though some go while it is read", async () => {
    await fill(many);
    let read = 0;
    for await (const { sk } of table.query("p", everything)) {
      await table.remove({ pk: "p", sk: textOf(sk) });
      read += 1;
    }
    expect(read).toBe(many);
    expect(await countOf(table.allKeys())).toBe(0);
  });

  it("removes what is over in batches, and nothing else", async () => {
    await fill(25, (at) => (at < 20 ? { expiresAt: noon / 1_000 + (at < 12 ? 0 : 60) } : {}));
    expect(await countOf(table.query("p", everything))).toBe(13);
    expect(await countOf(table.allKeys())).toBe(25);
    expect([await table.expire(5), await table.expire(5), await table.expire(5), await table.expire(5)]).toEqual([
      5, 5, 2, 0,
    ]);
    now += 60_000;
    expect(await table.expire(100)).toBe(8);
    expect(await countOf(table.allKeys())).toBe(5);
  });

  it("knows an item that is over until it is removed: a write's condition sees it, as in DynamoDB", async () => {
    await table.put({ pk: "p", sk: "s", used: 1, expiresAt: noon / 1_000 });
    expect(await table.get({ pk: "p", sk: "s" })).toBeUndefined();
    expect(await table.update({ key: { pk: "p", sk: "s" }, add: { used: 1 }, when: above("used", 0) })).toEqual({});
    await table.expire(1);
    expect(await table.update({ key: { pk: "p", sk: "s" }, add: { used: 1 }, when: above("used", 0) })).toBe(false);
  });

  it("lets a log under load grow so far and no further, and loses nothing of it", async () => {
    const writes = 20_000;
    let next = 0;
    let longest = 0;
    const text = "磁盘快满了 ".repeat(60);
    const writer = async (): Promise<void> => {
      for (let at = next++; at < writes; at = next++) {
        await table.put({ pk: `p${at % 64}`, sk: `s${at}`, at, text, live: `delivery#${at}` });
        if (at % 100 === 0) longest = Math.max(longest, statSync(`${path}-wal`).size);
      }
    };
    await Promise.all(Array.from({ length: 32 }, writer));
    expect(longest).toBeGreaterThan(16 * megabyte);
    expect(longest).toBeLessThan(64 * megabyte);
    expect(await countOf(table.allKeys())).toBe(writes);
  }, 60_000);

  it("is one file when it is closed, which is whole by itself, whatever ran until then", async () => {
    await fill(3_000);
    const late = table.put({ pk: "p", sk: "late" });
    const closed = table.close();
    const tooLate = nextTurn().then(() => table.put({ pk: "p", sk: "too late" }));
    await expect(tooLate).rejects.toThrow("not open");
    expect([await late, await closed]).toEqual([true, undefined]);
    expect(readdirSync(folder)).toEqual(["relay.sqlite"]);
    const copy = join(folder, "copy.sqlite");
    copyFileSync(path, copy);
    table = open(copy);
    expect(await countOf(table.allKeys())).toBe(3_001);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it("writes a whole copy while everything goes on, also under load", async () => {
    const text = "磁盘快满了 ".repeat(60);
    await fill(3_000, () => ({ text }));
    const acknowledged: string[] = [];
    const end = new AbortController();
    const writer = async (name: string): Promise<void> => {
      for (let at = 0; !end.signal.aborted; at += 1) {
        await table.put({ pk: "q", sk: `${name}${at}`, text });
        acknowledged.push(`${name}${at}`);
      }
    };
    const writing = Promise.all(["a", "b", "c", "d"].map(writer));
    for (let copy = 0; copy < 5; copy += 1) {
      await wait(5);
      const before = [...acknowledged];
      const file = join(folder, `backup-${copy}.sqlite`);
      await table.backUp(file);
      const opened = open(file);
      expect(await countOf(opened.query("p", everything))).toBe(3_000);
      const copied = new Set((await Array.fromAsync(opened.query("q", everything))).map(({ sk }) => sk));
      expect(before.filter((sk) => !copied.has(sk))).toEqual([]);
      await opened.close();
    }
    end.abort();
    await writing;
    expect(acknowledged.length).toBeGreaterThan(100);
  });

  it("does each of many updates of one item", async () => {
    const key = { pk: "p", sk: "counter" };
    await Promise.all(Array.from({ length: 200 }, () => table.update({ key, add: { n: 1 } })));
    expect(await table.get(key)).toEqual({ ...key, n: 200 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => table.update({ key, set: { by: "x" }, add: { n: 1 }, when: equals("n", 200) })),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
  });
});
