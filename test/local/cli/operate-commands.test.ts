import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { composeStore } from "../../../lib/compose/store.ts";
import { defaultSettings } from "../../../lib/model/settings.ts";
import type { Target } from "../../../lib/model/target.ts";
import { makeAdminToken } from "../../../local/admin/admin-token.ts";
import { runReplay } from "../../../local/cli/log-commands.ts";
import { runConsole } from "../../../local/cli/console-command.ts";
import { runBackup, runRestore, runSecrets } from "../../../local/cli/operate-commands.ts";
import { openTable, tableFile } from "../../../local/run/open-table.ts";
import { readSecrets } from "../../../local/run/secrets.ts";
import { type Running, startRelay } from "../../../local/run/server.ts";
import { delivery } from "../../support/build.ts";

const folder = mkdtempSync(join(tmpdir(), "operate-"));
const routesFile = join(folder, "routes.mjs");
const routes = {
  ci: { scene: "group", source: "github", secret: ["Given", "Made"], to: ["G1"] },
  disk: { scene: "c2c", source: "generic", open: true, to: ["U1"] },
} as const;
writeFileSync(routesFile, `export const routes = ${JSON.stringify(routes)};`);
const running: Running[] = [];
afterEach(async () => {
  for (const relay of running.splice(0)) await relay.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

let folders = 0;
const newData = (): string => mkdtempSync(join(folder, `data-${(folders += 1)}-`));

async function start(data: string): Promise<{ readonly relay: Running; readonly env: Record<string, string> }> {
  const relay = await startRelay({
    routes,
    settings: { limits: { override: { c2c: { proactive: 0 }, group: { proactive: 0 } } } },
    env: { Given: "g", Made: "m" },
    data,
    admin: { token: makeAdminToken(data) },
    simulatorPort: 0,
    log: () => undefined,
  });
  running.push(relay);
  return { relay, env: { RELAY_DATA: data, ADMIN_PORT: new URL(relay.adminUrl).port, INIT_CWD: folder } };
}

const post = (relay: Running, title: string) =>
  fetch(`${relay.url}/c2c/disk`, { method: "POST", body: JSON.stringify({ title }) });

describe("relay secrets", () => {
  it("tells those that were made, and of the others where they come from, never their value", async () => {
    const data = newData();
    readSecrets(["Made"], {}, join(data, "secrets.json"));
    const text = await runSecrets({ routes: routesFile }, { RELAY_DATA: data, Given: "from-the-environment" });
    expect(text).toMatch(/^Given {2}来自环境变量或 \.env · from the environment or \.env\nMade=[\w-]{32}\n$/);
  });
});

describe("relay console", () => {
  it("makes a link that opens the console once", async () => {
    const { env } = await start(newData());
    const [link = ""] = (await runConsole({}, env, Date.now)).text.split("\n");
    expect((await fetch(link, { redirect: "manual" })).status).toBe(303);
    expect((await fetch(link, { redirect: "manual" })).status).toBe(401);
  });

  it("says what to do for who may not read the token, and where no relay runs", async () => {
    const { env } = await start(newData());
    await expect(runConsole({}, { ...env, RELAY_DATA: newData() }, Date.now)).rejects.toThrow(
      /does not take the admin-token in .*Name the relay's own data folder/,
    );
    await expect(runConsole({}, { ADMIN_PORT: "1" }, Date.now)).rejects.toThrow("No relay runs at http://127.0.0.1:1.");
  });
});

describe("relay backup", () => {
  it("writes a whole copy while the relay goes on, for its owner alone, and never over another file", async () => {
    const { relay, env } = await start(newData());
    for (let at = 0; at < 50; at += 1) await post(relay, `第 ${at} 条`);
    const writing = Promise.all(Array.from({ length: 50 }, (_, at) => post(relay, `同时第 ${at} 条`)));
    expect(await runBackup("one.sqlite", {}, env, Date.now)).toMatch(/^已备份到 .*one\.sqlite（0\.\d MB）/);
    await writing;
    const file = join(folder, "one.sqlite");
    expect(existsSync(`${file}.part`)).toBe(false);
    await expect(runBackup("one.sqlite", {}, env, Date.now)).rejects.toThrow("exists already: name another file");
    await expect(runBackup("nowhere/one.sqlite", {}, env, Date.now)).rejects.toThrow(/there is no folder .*nowhere/);

    await expect(runBackup("routes.mjs/one.sqlite", {}, env, Date.now)).rejects.toThrow(
      /there is no folder .*routes\.mjs/,
    );

    const copy = newData();
    copyFileSync(file, tableFile(copy));
    const opened = await openTable({}, { data: copy, newQq: false, now: Date.now });
    const kept = await composeStore({ table: opened.table, settings: {} }).listDeliveries(
      { scene: "c2c", id: "U1" },
      1_000,
    );
    expect(kept.length).toBeGreaterThanOrEqual(50);
    await opened.close();
  });
});

describe("relay restore", () => {
  const now = Date.parse("2026-11-21T12:00:00+08:00");
  const user: Target = { scene: "c2c", id: "U1" };
  const count = { kind: "count", rule: "target-month", period: "2026-11", max: 4, stale: [] } as const;

  /** A backup with something pending, a reply window, and quota left. */
  async function makeBackup(): Promise<string> {
    const data = newData();
    const { table, close } = await openTable({}, { data, newQq: false, now: () => now });
    const store = composeStore({ table, settings: {} });
    await store.enlist(delivery({ target: user, id: "disk#1" }));
    await store.enlist(delivery({ target: user, id: "disk#2" }));
    await store.settle(user, [{ id: "disk#2", state: "sent", attempts: 1 }], now);
    await store.openWindow(user, {
      anchor: { kind: "msg", id: "M" },
      openedAt: now,
      closesAt: now + 3_600_000,
      times: 5,
    });
    await store.spend({ kind: "target", target: user }, [count], now);
    await close();
    return tableFile(data);
  }

  it("holds what was pending, counts quotas as spent, closes windows, and keeps what was there", async () => {
    const file = await makeBackup();
    const data = newData();
    const before = await openTable({}, { data, newQq: false, now: () => now });
    await composeStore({ table: before.table, settings: {} }).enlist(delivery({ target: user, id: "disk#newer" }));
    await before.close();
    writeFileSync(`${tableFile(data)}-wal`, "an old log that must not be taken for the new file's");

    const options = { routes: routesFile };
    const text = await runRestore(file, options, { RELAY_DATA: data }, () => now);
    expect(text).toMatch(/1 notices that were pending then are kept as unsure/);
    const aside = readdirSync(data).find((name) => name.startsWith("before-restore-")) ?? "";
    expect(readdirSync(join(data, aside))).toEqual(["relay.sqlite", "relay.sqlite-wal"]);
    expect((statSync(join(data, aside)).mode & 0o777).toString(8)).toBe("700");

    const { table, close } = await openTable({}, { data, newQq: false, now: () => now });
    const store = composeStore({ table, settings: defaultSettings });
    const kept = await store.listDeliveries(user, 10);
    expect(Object.fromEntries(kept.map(({ id, state }) => [id, state]))).toEqual({
      "disk#1": "unsure",
      "disk#2": "sent",
    });
    expect(kept.find(({ id }) => id === "disk#1")?.last?.note).toMatch(/restored from a backup/);
    expect((await store.load(user, now)).windows).toEqual([]);
    expect(await store.spend({ kind: "target", target: user }, [count], now)).toBe("closed");
    const december = Date.parse("2026-12-01T00:00:00+08:00");
    expect(await store.spend({ kind: "target", target: user }, [{ ...count, period: "2026-12" }], december)).toBe(
      "spent",
    );
    await close();
  });

  it("holds all that was pending, however much one conversation held", async () => {
    const from = newData();
    const made = await openTable({}, { data: from, newQq: false, now: () => now });
    const store = composeStore({ table: made.table, settings: {} });
    const ids = Array.from({ length: 900 }, (_, at) => `disk#${at}`);
    await Promise.all(ids.map((id) => store.enlist(delivery({ target: user, id }))));
    await made.close();

    const data = newData();
    const text = await runRestore(tableFile(from), { routes: routesFile }, { RELAY_DATA: data }, () => now);
    expect(text).toMatch(/900 notices that were pending then are kept as unsure/);
    const { table, close } = await openTable({}, { data, newQq: false, now: () => now });
    const kept = await composeStore({ table, settings: {} }).listDeliveries(user, 1_000);
    expect(new Set(kept.map(({ state }) => state))).toEqual(new Set(["unsure"]));
    expect(kept).toHaveLength(900);
    await close();
  });

  it("lets what it held be sent again when that is asked for, once", async () => {
    const data = newData();
    await runRestore(await makeBackup(), { routes: routesFile }, { RELAY_DATA: data }, () => now);
    const { relay, env } = await start(data);
    const yes = { yes: true };
    await expect(runReplay(["c2c", "U1", "disk#2"], yes, env, Date.now)).rejects.toThrow(
      /"disk#2" is sent and need not/,
    );
    expect(await runReplay(["c2c", "U1"], {}, env, Date.now)).toMatch(/nothing was sent: add --yes/);
    expect(await runReplay(["c2c", "U1"], yes, env, Date.now)).toMatch(/1 notices are pending again/);
    expect(await runReplay(["c2c", "U1"], yes, env, Date.now)).toMatch(/nothing to send again/);
    await relay.idle();
    const list = await fetch(`${relay.adminUrl}/_relay/deliveries?scene=c2c&target=U1`, {
      headers: { authorization: `Bearer ${makeAdminToken(data)}` },
    });
    expect(await list.json()).toMatchObject([
      { id: "disk#1", state: "pending" },
      { id: "disk#2", state: "sent" },
    ]);
    await expect(runReplay(["chat", "U1"], yes, env, Date.now)).rejects.toThrow("Say what to send again");
  });

  it("is refused for an empty file, and for one damaged behind its beginning, and then changes nothing", async () => {
    const data = newData();
    const options = { routes: routesFile };
    const empty = join(folder, "empty.sqlite");
    writeFileSync(empty, "");
    await expect(runRestore(empty, options, { RELAY_DATA: data }, () => now)).rejects.toThrow(
      "is no data file of qq-relay's",
    );
    const damaged = join(folder, "damaged.sqlite");
    const whole = readFileSync(await makeBackup());
    writeFileSync(damaged, whole.fill(0xa5, 4_096, whole.length - 4_096));
    await expect(runRestore(damaged, options, { RELAY_DATA: data }, () => now)).rejects.toThrow("it is damaged");
    expect(existsSync(tableFile(data))).toBe(false);
  });

  it("is refused while a relay runs, and for a file that is none, and then changes nothing", async () => {
    const data = newData();
    const file = await makeBackup();
    const { env } = await start(data);
    const options = { routes: routesFile };
    await expect(runRestore(file, options, env, () => now)).rejects.toThrow(/is in use by process/);
    const idle = newData();
    const none = join(folder, "none.sqlite");
    await expect(runRestore(none, options, { RELAY_DATA: idle }, () => now)).rejects.toThrow("there is no file");
    writeFileSync(none, "no database ".repeat(500));
    await expect(runRestore(none, options, { RELAY_DATA: idle }, () => now)).rejects.toThrow(
      "is no data file of qq-relay's",
    );
    expect(existsSync(tableFile(idle))).toBe(false);
  });
});
