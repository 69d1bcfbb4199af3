import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { Routes } from "../../../lib/model/route.ts";
import { tableFile } from "../../../local/run/open-table.ts";
import { type RelayOptions, type Running, startRelay } from "../../../local/run/server.ts";

const folder = mkdtempSync(join(tmpdir(), "server-"));
const running: Running[] = [];
afterEach(async () => {
  for (const relay of running.splice(0)) await relay.stop();
});
afterAll(() => rmSync(folder, { recursive: true }));

const routes: Routes = {
  disk: { scene: "c2c", source: "generic", secret: "DiskSecret", to: ["U1", "U2"], policy: { proactive: "always" } },
  "<b>": { scene: "dm", source: "generic", open: true, to: [{ user: "U3", guild: "G1" }] },
};

async function start(options: Partial<RelayOptions> = {}): Promise<Running> {
  const relay = await startRelay({
    routes,
    settings: {},
    env: { DiskSecret: "s" },
    simulatorPort: 0,
    admin: { token: "T" },
    log: () => undefined,
    ...options,
  });
  running.push(relay);
  return relay;
}

const post = (relay: Running, title: string) =>
  fetch(`${relay.url}/c2c/disk`, {
    method: "POST",
    headers: { authorization: "Bearer s" },
    body: JSON.stringify({ title }),
  });

const fault = (relay: Running, body: object) =>
  fetch(`${relay.simulatorUrl}/_sim/faults`, { method: "POST", body: JSON.stringify(body) });

const ask = (relay: Running, path: string): Promise<Response> =>
  fetch(relay.adminUrl + path, { headers: { authorization: "Bearer T" } });

const deliveries = async (relay: Running, target: string): Promise<unknown> =>
  (await ask(relay, `/_relay/deliveries?scene=c2c&target=${target}`)).json();

describe("a relay in this process", () => {
  it("takes a webhook to each of its targets and lists what became of it", async () => {
    const relay = await start();
    const answer = await post(relay, "磁盘快满了");
    expect(answer.status).toBe(202);
    await relay.idle();
    for (const target of ["U1", "U2"]) {
      expect(await deliveries(relay, target)).toEqual([
        {
          id: expect.stringMatching(/^disk#/),
          route: "disk",
          state: "sent",
          attempts: 1,
          last: expect.objectContaining({ status: 200 }),
          title: "磁盘快满了",
          level: "info",
          arrivedAt: expect.stringMatching(/^20\d\d-.*Z$/),
          messageId: expect.any(String),
        },
      ]);
    }
  });

  it("lists what holds each that has not gone out", async () => {
    const relay = await start({ settings: { limits: { override: { c2c: { proactive: 1 } } } } });
    for (const title of ["一", "二"]) {
      await post(relay, title);
      await relay.idle();
    }
    expect(await deliveries(relay, "U1")).toMatchObject([
      {
        title: "二",
        state: "pending",
        held: { reason: "quota", until: expect.stringMatching(/^20\d\d-.*T16:00:00.000Z$/) },
      },
      { title: "一", state: "sent" },
    ]);
    expect(await deliveries(relay, "U1")).not.toMatchObject([{}, { held: expect.anything() }]);
  });

  it("lets a delivery under way end before it stops", async () => {
    const data = join(folder, "stopped");
    const first = await start({ data });
    await fault(first, { times: 2, delayMs: 300 });
    await post(first, "慢");
    await running.pop()?.stop();
    const second = await start({ data });
    expect(await deliveries(second, "U1")).toMatchObject([{ title: "慢", state: "sent", attempts: 1 }]);
  });

  it("lets everything go when it cannot start", async () => {
    const data = join(folder, "unstarted");
    const port = Number(new URL((await start()).url).port);
    await running.pop()?.stop();
    const unknownBot = startRelay({ routes, settings: {}, env: {}, door: { port }, data, log: () => undefined });
    await expect(unknownBot).rejects.toThrow(/QQ_APP_ID is not set/);
    expect((await start({ door: { port }, data })).url).toBe(`http://127.0.0.1:${port}`);
  });

  it.each(["live", "due"])("says what to do about a file that is damaged only in its index %s", async (index) => {
    const data = mkdtempSync(join(folder, "damaged-"));
    await post(await start({ data, settings: { limits: { override: { c2c: { proactive: 0 } } } } }), "held");
    await running.at(-1)?.idle();
    await running.pop()?.stop();
    damageIndex(tableFile(data), index);
    await expect(start({ data })).rejects.toThrow(
      /relay\.sqlite cannot be used \(.*\): it is damaged\. Restore a backup/,
    );
  });
});

/** Overwrites the page that an index begins with. */
function damageIndex(file: string, index: string): void {
  const db = new DatabaseSync(file);
  const root = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").get(index)?.["rootpage"]);
  const size = Number(db.prepare("PRAGMA page_size").get()?.["page_size"]);
  db.close();
  writeFileSync(file, readFileSync(file).fill(0xa5, (root - 1) * size, root * size));
}
