import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../../lib/store/sqlite/open.ts";
import { migrations } from "../../../lib/store/sqlite/schema.ts";
import { openSqlite } from "../../../lib/store/sqlite/table.ts";
import { createStore } from "../../../lib/store/store.ts";

describe("a database of an earlier version", () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "open-"));
    path = join(folder, "relay.sqlite");
    const db = open(migrations);
    db.prepare("INSERT INTO items (pk, sk, item) VALUES ('a', 'b', '{}')").run();
    db.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = (steps: readonly string[]): DatabaseSync => {
    const db = openDatabase(path, steps);
    if ("kind" in db) throw new Error(`${db.kind}: ${db.reason}`);
    return db;
  };
  const look = () => {
    const db = new DatabaseSync(path);
    const version = db.prepare("PRAGMA user_version").get()?.["user_version"];
    const columns = db
      .prepare("SELECT name FROM pragma_table_info('items')")
      .all()
      .map(({ name }) => name);
    const { items } = db.prepare("SELECT count(*) AS items FROM items").get() ?? {};
    db.close();
    return { version, extra: columns.filter((name) => String(name).startsWith("extra")), items };
  };

  const first = "ALTER TABLE items ADD COLUMN extra1 TEXT;";
  const second = "ALTER TABLE items ADD COLUMN extra2 TEXT;";

  it("is brought up to date by the steps behind its version, and keeps what it has", () => {
    open([...migrations, first]).close();
    expect(look()).toEqual({ version: migrations.length + 1, extra: ["extra1"], items: 1 });
    open([...migrations, first, second]).close();
    expect(look()).toEqual({ version: migrations.length + 2, extra: ["extra1", "extra2"], items: 1 });
  });

  it("stays as it is when one of several steps fails", () => {
    expect(() => open([...migrations, first, second, "ALTER TABLE nothing ADD COLUMN extra3 TEXT;"])).toThrow(
      "nothing",
    );
    expect(look()).toEqual({ version: migrations.length, extra: [], items: 1 });
  });

  it("is not opened by a program that is older than it", () => {
    open([...migrations, first]).close();
    expect(openDatabase(path)).toEqual({ kind: "newer", reason: `version ${migrations.length + 1}` });
    expect(look()).toMatchObject({ extra: ["extra1"], items: 1 });
  });

  it("is synced by nobody but us, and no write of ours brings on a checkpoint", () => {
    const db = open(migrations);
    const read = (pragma: string) => Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
    expect(["journal_mode", "synchronous", "wal_autocheckpoint"].map(read)).toEqual(["wal", 1, 0]);
    db.close();
  });
});

it("gives deliveries that were kept before there was a log their places in it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "before-log-"));
  const file = join(folder, "relay.sqlite");
  const before = openDatabase(file, migrations.slice(0, 1));
  if (!(before instanceof DatabaseSync)) throw new Error(before.reason);
  const notice = JSON.stringify({ title: "磁盘快满了", level: "error", lines: [] });
  const item = { pk: "target#group:G1", sk: "delivery#ci#1", route: "ci", state: "sent", arrivedAt: 5, notice };
  before.prepare("INSERT INTO items (pk, sk, item) VALUES (?, ?, ?)").run(item.pk, item.sk, JSON.stringify(item));
  before.prepare("INSERT INTO items (pk, sk, item) VALUES (?, ?, ?)").run(item.pk, "state", "{}");
  before.close();
  const table = openSqlite(file, () => 0);
  if ("kind" in table) throw new Error(table.reason);
  const listed = await createStore(table, 30).listDeliveries({ scene: "group", id: "G1" }, 10);
  expect(listed).toMatchObject([{ id: "ci#1", arrivedAt: 5 }]);
  await table.close();
  rmSync(folder, { recursive: true });
});
