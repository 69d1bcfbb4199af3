import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { composeStore } from "../../../lib/compose/common.ts";
import type { Delivery } from "../../../lib/model/delivery.ts";
import { type Database, openDatabase } from "../../../local/run/database.ts";
import { startEngine } from "../../../local/run/engine.ts";

const folder = mkdtempSync(join(tmpdir(), "database-"));
const path = join(folder, "db");
const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function open(newQq = false) {
  const database = await openDatabase({ AWS_ACCESS_KEY_ID: "the user's own" }, { path, newQq });
  opened.push(database);
  return composeStore({ env: database.env, settings: {} });
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

describe("the database of a run", () => {
  it("keeps what it held, but no lease, since its holder can only be dead", async () => {
    const first = await open();
    await first.enlist(delivery);
    expect(await first.takeLease(target, "killed", 10_000, 1)).not.toBe("taken");
    await opened.pop()?.stop();

    const second = await open();
    expect(await second.readDelivery(target, "ci#1")).toEqual(delivery);
    expect(await second.takeLease(target, "new", 10_000, 2)).not.toBe("taken");
  });

  it("forgets the access token of a QQ that starts anew, and only then", async () => {
    const store = await open();
    await store.writeToken("T", 10_000);
    await opened.pop()?.stop();
    expect(await (await open()).readToken()).toMatchObject({ token: "T" });
    await opened.pop()?.stop();
    expect(await (await open(true)).readToken()).toBeUndefined();
  });

  it("may be somewhere else, and what others hold there stays theirs", async () => {
    const engine = await startEngine();
    opened.push({ env: {}, stop: engine.stop });
    const there = { env: { DYNAMODB_ENDPOINT: engine.endpoint }, settings: {} };
    await openDatabase(there.env, { path, newQq: false });
    expect(existsSync(`${path}.lock`)).toBe(false);
    await composeStore(there).enlist(delivery);
    await composeStore(there).takeLease(target, "another relay", 10_000, 1);

    await openDatabase(there.env, { path, newQq: false });
    expect(await composeStore(there).takeLease(target, "new", 10_000, 2)).toBe("taken");
  });
});

it("says where a database was looked for that does not answer, and what to do", async () => {
  const env = { DYNAMODB_ENDPOINT: "http://127.0.0.1:1" };
  await expect(openDatabase(env, { path: undefined, newQq: false })).rejects.toThrow(
    /DYNAMODB_ENDPOINT http:\/\/127\.0\.0\.1:1 cannot be used \(.*ECONNREFUSED.*\)\. Start it, or unset/,
  );
});
