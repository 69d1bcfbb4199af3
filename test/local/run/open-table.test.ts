import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { composeStore } from "../../../lib/compose/store.ts";
import type { Delivery } from "../../../lib/model/delivery.ts";
import { type OpenTable, openTable, tableFile, tellOldData } from "../../../local/run/open-table.ts";
import { startDynalite } from "../../../bench/dynalite.ts";

const folder = mkdtempSync(join(tmpdir(), "table-"));
const opened: OpenTable[] = [];
let data = folder;
let runs = 0;
beforeEach(() => {
  data = join(folder, String((runs += 1)));
  mkdirSync(data);
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function open(newQq = false, env = {}) {
  const run = await openTable(env, { data, newQq, now: () => 1 });
  opened.push(run);
  return composeStore({ table: run.table, settings: {} });
}

const target = { scene: "group", id: "G1" } as const;
const delivery: Delivery = {
  id: "ci#1",
  route: "ci",
  target,
  notice: { source: "github", event: "push", level: "info", title: "t", lines: [], at: "2026-03-12T13:03:18Z" },
  form: "text",
  state: "pending",
  arrivedAt: 1,
  attempts: 0,
};

describe("the table of a run", () => {
  it("keeps what it held, but no lease, since its holder can only be dead", async () => {
    const first = await open();
    await first.enlist(delivery);
    expect(await first.takeLease(target, "killed", 10_000, 1)).not.toBe("taken");
    await opened.pop()?.close();

    const second = await open();
    expect(await second.readDelivery(target, "ci#1")).toEqual(delivery);
    expect(await second.takeLease(target, "new", 10_000, 2)).not.toBe("taken");
  });

  it("keeps no lease of a target that had nothing pending, so that what comes next need not wait for it", async () => {
    const first = await open();
    for (let at = 0; at < 300; at += 1)
      expect(await first.takeLease({ scene: "group", id: `G${at}` }, "killed", 10_000, 1)).not.toBe("taken");
    await opened.pop()?.close();

    const second = await open();
    expect(await second.takeLease({ scene: "group", id: "G299" }, "new", 10_000, 2)).toMatchObject({ tookOver: true });
    expect(await second.takeLease({ scene: "group", id: "G0" }, "new", 10_000, 2)).toMatchObject({ tookOver: true });
  });

  it("forgets the access token of a QQ that starts anew, and only then", async () => {
    const store = await open();
    await store.writeToken("T", 10_000);
    await opened.pop()?.close();
    expect(await (await open()).readToken()).toMatchObject({ token: "T" });
    await opened.pop()?.close();
    expect(await (await open(true)).readToken()).toBeUndefined();
  });

  it("may be somewhere else, and what others hold there stays theirs", async () => {
    const engine = await startDynalite();
    const env = { DYNAMODB_ENDPOINT: engine.endpoint };
    const there = await open(false, env);
    expect(existsSync(join(data, "lock.pid"))).toBe(false);
    await there.enlist(delivery);
    await there.takeLease(target, "another relay", 10_000, 1);
    expect(await (await open(false, env)).takeLease(target, "new", 10_000, 2)).toBe("taken");
    await engine.stop();
  });
});

describe("a file that cannot be used stops the start, with what to do, and stays as it is", () => {
  const make = (change: (db: DatabaseSync) => void): void => {
    const db = new DatabaseSync(tableFile(data));
    change(db);
    db.close();
  };

  it.each([
    [
      "no database at all",
      () => writeFileSync(tableFile(data), "not a database ".repeat(100)),
      /is no data file of qq/,
    ],
    ["another program's", () => make((db) => db.exec("CREATE TABLE notes (text)")), /is no data file of qq-relay's/],
    [
      "a later version's",
      () =>
        make((db) => db.exec("CREATE TABLE items (x); PRAGMA application_id = 1919249529; PRAGMA user_version = 99")),
      /a later version of qq-relay wrote it.*Use that version/,
    ],
  ])("%s", async (_, write, message) => {
    write();
    const before = readFileSync(tableFile(data));
    await expect(open()).rejects.toThrow(message);
    expect(readFileSync(tableFile(data)).equals(before)).toBe(true);
    expect(existsSync(join(data, "lock.pid"))).toBe(false);
  });

  it("a damaged one", async () => {
    const store = await open();
    for (let at = 0; at < 200; at += 1) await store.enlist({ ...delivery, id: `ci#${at}` });
    await opened.pop()?.close();
    const bytes = readFileSync(tableFile(data));
    writeFileSync(tableFile(data), bytes.fill(0x5a, 4096));
    await expect(open()).rejects.toThrow(/is damaged\. Restore a backup/);
  });
});

it("says that an earlier version's data is not read, until there is data of this one", async () => {
  expect(tellOldData(data)).toBeUndefined();
  mkdirSync(join(data, "db"));
  expect(tellOldData(data)).toMatch(/which this one does not read/);
  await open();
  expect(tellOldData(data)).toBeUndefined();
});

it("says where a database was looked for that does not answer, and what to do", async () => {
  const env = { DYNAMODB_ENDPOINT: "http://127.0.0.1:1" };
  await expect(openTable(env, { data: undefined, newQq: false, now: () => 1 })).rejects.toThrow(
    /DYNAMODB_ENDPOINT http:\/\/127\.0\.0\.1:1 cannot be used \(.*ECONNREFUSED.*\)\. Start it, or unset/,
  );
});
