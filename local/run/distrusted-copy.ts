import { copyFileSync, existsSync, rmSync } from "node:fs";
import type { Rule } from "../../lib/model/limits.ts";
import type { Settings } from "../../lib/model/settings.ts";
import { type SceneName, sceneNames } from "../../lib/model/scene.ts";
import { readTarget, type Target } from "../../lib/model/target.ts";
import { everyRule, quotaZoneOf } from "../../lib/policy/quota/resolve-limits.ts";
import { closedUntil, isCalendar, sharedPeriod } from "../../lib/policy/quota/quota.ts";
import { composeStore } from "../../lib/compose/store.ts";
import type { QuotaOwner, Store } from "../../lib/ports.ts";
import type { Key } from "../../lib/store/table.ts";
import { findFault } from "../../lib/store/sqlite/find-fault.ts";
import { openSqlite, type SqliteTable } from "../../lib/store/sqlite/table.ts";
import { stateName, targetNameOf } from "../../lib/store/keys.ts";
import { failure } from "../cli/failure.ts";
import { explainFault, tellUnusable } from "./open-table.ts";

export type CopyOptions = {
  /** A backup. */
  readonly file: string;
  /** Where its copy is made. */
  readonly draft: string;
  readonly settings: Settings;
  /** Ms of the epoch. */
  readonly now: () => number;
};

/** What was done to a copy: how many notices were pending in it, and the items that it no longer has. */
export type Distrusted = { readonly held: number; readonly dropped: readonly Key[] };

/**
 * A backup's copy in which nothing is taken for the present state of things, done something with. What was pending when it was made
 * may have been sent since: it is kept, and not sent by itself. What was spent since is not in it: quotas count as
 * spent to the end of their period, and windows, whose replies may be used up, are closed. The table is closed when `use` begins
 * and its file gone when it ends, unless it was moved.
 */
export async function withDistrustedCopy<Answer>(
  { file, draft, settings, now }: CopyOptions,
  use: (distrusted: Distrusted) => Promise<Answer> | Answer,
): Promise<Answer> {
  if (!existsSync(file)) throw failure("absent", { zh: `没有文件 ${file}`, en: `there is no file ${file}` });
  try {
    copyFileSync(file, draft);
    const fault = findFault(draft);
    if (fault) throw new Error(tellUnusable(file, fault));
    const table = openSqlite(draft, now);
    if ("kind" in table) throw new Error(tellUnusable(file, table));
    const distrusted = await distrust(table, settings, now()).finally(table.close);
    return await use(distrusted);
  } catch (error) {
    throw explainFault(file, error);
  } finally {
    for (const suffix of databaseParts) rmSync(`${draft}${suffix}`, { force: true });
  }
}

/** A database's file, its log, and the memory that its readers share. */
export const databaseParts = ["", "-wal", "-shm"] as const;

/** Takes nothing in a copy for the present state of things. */
async function distrust(table: SqliteTable, settings: Settings, now: number): Promise<Distrusted> {
  const store = composeStore({ table, settings });
  const rulesOf = (scene: SceneName, per: Rule["per"]) => everyRule(scene, settings).filter((rule) => rule.per === per);
  const dropped: Key[] = [];
  let held = 0;
  for (const { target } of await Array.fromAsync(store.live())) held += await distrustTarget(target, store, now);
  for await (const { pk, sk } of table.allKeys()) {
    const target = readTarget(targetNameOf(pk) ?? "");
    if (target && sk === stateName) {
      await close({ kind: "target", target }, rulesOf(target.scene, "target"), store, settings, now);
    } else if (target && sk.startsWith("window#")) {
      await table.remove({ pk, sk });
      dropped.push({ pk, sk });
    } else if (pk.startsWith("guild#")) {
      const guild = pk.slice("guild#".length);
      const rules = rulesOf("channel", "guild");
      await close({ kind: "guild", guild, period: periodOf(rules, settings, now) }, rules, store, settings, now);
    }
  }
  for (const scene of sceneNames) {
    const rules = rulesOf(scene, "bot");
    await close({ kind: "bot", scene, period: periodOf(rules, settings, now) }, rules, store, settings, now);
  }
  return { held, dropped };
}

const periodOf = (rules: readonly Rule[], settings: Settings, now: number): string =>
  sharedPeriod(rules, quotaZoneOf(settings), now);

/** One load brings the most urgent only: it goes on until nothing is pending. */
async function distrustTarget(target: Target, store: Store, now: number): Promise<number> {
  const last = { at: now, note: "restored from a backup: it may have been sent since" };
  for (let held = 0; ;) {
    const { deliveries } = await store.load(target, now);
    if (deliveries.length === 0) return held;
    const settlements = deliveries.map(({ id, attempts }) => ({ id, attempts, state: "unsure" as const, last }));
    await store.settle(target, settlements, now);
    held += settlements.length;
  }
}

async function close(
  owner: QuotaOwner,
  rules: readonly Rule[],
  store: Store,
  settings: Settings,
  now: number,
): Promise<void> {
  for (const rule of rules.filter(isCalendar))
    await store.closeQuota(owner, [rule.id], closedUntil([rule], quotaZoneOf(settings), now));
}
