import { CreateTableCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { composeStore } from "../../../lib/compose/store.ts";
import type { Target } from "../../../lib/model/target.ts";
import { tableDefinition } from "../../../lib/store/dynamo/definition.ts";
import { viaSdk } from "../../../lib/store/dynamo/sdk-client.ts";
import { openDynamo } from "../../../lib/store/dynamo/table.ts";
import { tokenKey } from "../../../lib/store/keys.ts";
import { runImport } from "../../../local/cli/import-command.ts";
import { runBackup, runRestore } from "../../../local/cli/operate-commands.ts";
import { openTable, tableFile } from "../../../local/run/open-table.ts";
import { delivery, notice, noon } from "../../support/build.ts";
import { startDynamo } from "../../support/engines.ts";

const folder = mkdtempSync(join(tmpdir(), "import-"));
const routes = join(folder, "routes.mjs");
writeFileSync(routes, `export const routes = { disk: { scene: "c2c", source: "generic", open: true, to: ["U1"] } };`);

let engine: Awaited<ReturnType<typeof startDynamo>>;
beforeAll(async () => {
  engine = await startDynamo();
  for (const name of ["first", "second"])
    await engine.dynamo.client.send(new CreateTableCommand(tableDefinition(name)));
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

const now = () => noon;
const env = () => ({ DYNAMODB_ENDPOINT: engine.dynamo.endpoint, INIT_CWD: folder });
const importTo = (table: string, file: string, more = {}) => runImport(file, { table, routes, ...more }, env(), now);

const user: Target = { scene: "c2c", id: "U1" };
const group: Target = { scene: "group", id: "G1" };

/** The table of an embedded run with all kinds of things in it: more deliveries than are written at once among them. */
async function makeEmbedded(): Promise<string> {
  const data = mkdtempSync(join(folder, "data-"));
  const { table, close } = await openTable({}, { data, newQq: false, now });
  const store = composeStore({ table, settings: {} });
  for (let at = 0; at < 60; at += 1)
    await store.enlist(
      delivery({ target: user, id: `disk#${at}`, arrivedAt: noon + at, notice: notice({ title: `第 ${at} 条` }) }),
    );
  await store.settle(user, [{ id: "disk#0", state: "sent", attempts: 1 }], noon);
  await store.openWindow(group, {
    anchor: { kind: "msg", id: "M" },
    openedAt: noon,
    closesAt: noon + 60_000,
    times: 5,
  });
  await store.bind("disk", group, noon);
  await store.noteHeard({ scene: "group", target: "G1", user: "U1", at: noon });
  await table.put({ ...tokenKey, token: "live" });
  await close();
  return tableFile(data);
}

async function itemsOf(name: string): Promise<readonly unknown[]> {
  const { Items = [] } = await engine.dynamo.client.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
  return Items.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
}

it("a backup goes into a deployed table and back, and nothing pending is sent by itself", async () => {
  const said = await importTo("first", await makeEmbedded());
  expect(said).toMatch(/Imported \d+ items of .* into the table first\.\n59 notices that were pending then/);
  const first = composeStore({ table: openDynamo(viaSdk(engine.dynamo.client), "first", now), settings: {} });
  const told = await first.listDeliveries(user, 100);
  expect(told).toHaveLength(60);
  expect(Object.groupBy(told, ({ state }) => state)).toMatchObject({ sent: [{ id: "disk#0" }] });
  expect(told.filter(({ state }) => state === "unsure")).toHaveLength(59);
  expect(await Array.fromAsync(first.live())).toEqual([]);
  expect(await first.readBindings("disk")).toEqual([group]);
  const items = await itemsOf("first");
  expect(JSON.stringify(items)).not.toContain('"token"');

  await runBackup("back.sqlite", { table: "first" }, env(), now);
  await importTo("second", "back.sqlite");
  expect(await itemsOf("second")).toEqual(items);

  const data = mkdtempSync(join(folder, "data-"));
  await runRestore("back.sqlite", { routes }, { RELAY_DATA: data, INIT_CWD: folder }, now);
  const { table, close } = await openTable({}, { data, newQq: false, now });
  expect(await composeStore({ table, settings: {} }).listDeliveries(user, 100)).toEqual(told);
  await close();
});

it("a table that holds something is written into only where that is asked for", async () => {
  const file = await makeEmbedded();
  const before = await itemsOf("first");
  await expect(importTo("first", file)).rejects.toThrow("the table first is not empty. Import into a new one");
  expect(await itemsOf("first")).toEqual(before);
  expect(await importTo("first", file, { over: true, json: true })).toContain('"table": "first"');
});

it("a table that was set back holds what was pending then, after its own backup goes over it", async () => {
  const restored = composeStore({ table: openDynamo(viaSdk(engine.dynamo.client), "second", now), settings: {} });
  await restored.enlist(delivery({ target: user, id: "disk#pending", arrivedAt: noon + 1_000 }));
  expect(await Array.fromAsync(restored.live())).toMatchObject([{ pending: 1 }]);
  await restored.openWindow(user, {
    anchor: { kind: "msg", id: "spent since" },
    openedAt: noon,
    closesAt: noon + 60_000,
    times: 5,
  });
  expect(JSON.stringify(await itemsOf("second"))).toContain("window#");
  await runBackup("restored.sqlite", { table: "second" }, env(), now);
  expect(await importTo("second", "restored.sqlite", { over: true })).toContain("1 notices that were pending then");
  expect(JSON.stringify(await itemsOf("second"))).not.toContain("window#");
  expect(await Array.fromAsync(restored.live())).toEqual([]);
  expect(await restored.readDelivery(user, "disk#pending")).toMatchObject({ state: "unsure" });
});

it("what is no backup, or names no table, changes nothing and leaves nothing", async () => {
  const drafts = () => readdirSync(tmpdir()).filter((name) => name.startsWith("qq-relay-import-"));
  const before = drafts();
  await expect(importTo("first", routes, { over: true })).rejects.toThrow(/it is no data file of qq-relay's/);
  await expect(importTo("first", "nope.sqlite", { over: true })).rejects.toThrow(/there is no file .*nope\.sqlite/);
  await expect(importTo("nowhere", "back.sqlite")).rejects.toThrow("There is no table nowhere");
  await expect(runImport("back.sqlite", { routes }, env(), now)).rejects.toThrow("Say into which table");
  expect(drafts()).toEqual(before);
});
