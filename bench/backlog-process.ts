import { join } from "node:path";
import { composeScene } from "../lib/compose/scene.ts";
import type { SceneRelay } from "../lib/http/relay.ts";
import type { Routes } from "../lib/model/route.ts";
import type { Target } from "../lib/model/target.ts";
import { pendingDelivery } from "../lib/outbox/pending-delivery.ts";
import type { Inbound } from "../lib/model/inbound.ts";
import { openSqlite, type SqliteTable } from "../lib/store/sqlite/table.ts";
import { createStore } from "../lib/store/store.ts";
import { limits } from "./settings.ts";

/** What a flush of all that is held took: until the first digest was out (CPU ms), until all of it was, and at most (MB). */
export type Flush = {
  readonly firstMs: number;
  readonly messages: number;
  readonly notices: number;
  readonly seconds: number;
  /** Webhooks a second that were answered meanwhile. */
  readonly arrived: number;
  /** Resident memory before and at most (MB). */
  readonly startMb: number;
  readonly peakMb: number;
};

const env = process.env;
const target: Target = { scene: "group", id: "backlog" };
const routes: Routes = { backlog: { scene: "group", source: "generic", open: true, to: [target.id] } };

/** Time (ms) of one invocation in AWS. */
const callTime = 28_000;

/** Holds so many for one conversation, as they lie there after an hour. */
async function fill(table: SqliteTable, count: number): Promise<void> {
  const store = createStore(table, 30);
  const arrivedAt = Date.now() - 3_600_000;
  for (let from = 0; from < count; from += 500)
    await Promise.all(
      Array.from({ length: Math.min(500, count - from) }, (_, more) =>
        store.enlist(
          pendingDelivery({
            id: `backlog#${from + more}`,
            route: "backlog",
            target,
            notice: {
              source: "generic",
              event: "notice",
              level: "error",
              title: `第 ${from + more} 条 磁盘快满了`,
              lines: ["/dev/sda1 93 %", "host-17"],
              at: new Date(arrivedAt).toISOString(),
            },
            form: "text",
            arrivedAt: arrivedAt + from + more,
          }),
        ),
      ),
    );
}

/** Webhooks at full speed, a few senders at once, until it is over; how many were answered. */
async function arrive(relay: SceneRelay, isOver: () => boolean): Promise<number> {
  let arrived = 0;
  const send = async (): Promise<void> => {
    while (!isOver()) {
      arrived += 1;
      const body = Buffer.from(JSON.stringify({ title: `第 ${arrived} 条新的`, level: "info" }));
      const inbound: Inbound = { method: "POST", path: "/backlog", headers: {}, query: {}, body, at: new Date() };
      await relay.accept(inbound, Date.now() + callTime);
    }
  };
  await Promise.all(Array.from({ length: 8 }, send));
  return arrived;
}

/** Sends what is held, the most urgent there is, in as many calls as that takes and within `most` (ms). */
async function flush(table: SqliteTable, isBusy: boolean, most: number): Promise<Flush> {
  const held = await createStore(table, 30).countPending(target);
  let [firstMs, messages, notices, seconds] = [0, 0, 0, 0];
  let isWoken = true;
  const { user, system } = process.cpuUsage();
  const relay = composeScene("group", {
    routes,
    settings: { limits },
    env,
    table,
    wake: async () => void (isWoken = true),
    log: (_level, event, fields) => {
      if (event !== "send") return;
      const used = process.cpuUsage();
      if (messages === 0) firstMs = (used.user + used.system - user - system) / 1_000;
      if (notices >= held) return;
      messages += 1;
      notices += Number(fields?.["notices"]);
      seconds = (performance.now() - began) / 1_000;
    },
  });
  const startMb = process.resourceUsage().maxRSS / 1_024;
  const began = performance.now();
  let isOver = false;
  const sending = async (): Promise<void> => {
    const isLeft = () => isWoken && notices < held;
    while (isLeft()) {
      isWoken = false;
      await relay.deliver(target, Date.now() + Math.min(callTime, most - (performance.now() - began)));
    }
    isOver = true;
  };
  const [arrived] = await Promise.all([isBusy ? arrive(relay, () => isOver) : 0, sending()]);
  const whole = (performance.now() - began) / 1_000;
  return {
    firstMs,
    messages,
    notices,
    seconds,
    arrived: arrived / whole,
    startMb,
    peakMb: process.resourceUsage().maxRSS / 1_024,
  };
}

const table = openSqlite(join(env["FOLDER"] ?? "", "table.sqlite"), Date.now);
if ("kind" in table) throw new Error(table.reason);
const count = Number(env["FILL"] ?? 0);
if (count > 0) await fill(table, count);
process.send?.(count > 0 ? count : await flush(table, env["BUSY"] === "1", Number(env["MOST"])));
await table.close();
process.disconnect();
