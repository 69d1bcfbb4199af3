import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Store } from "../ports.ts";
import { enlist, listDeliveries, readDelivery, settle } from "./deliveries.ts";
import { releaseLease, takeLease } from "./lease.ts";
import { dueTargets, liveTargets } from "./outbox.ts";
import { closeQuota, readQuota, refund, spend } from "./quotas.ts";
import { loadStanding } from "./standing.ts";
import { openTable } from "./table.ts";
import { readToken, writeToken } from "./token.ts";
import { claimReply, dropWindow, openWindow } from "./windows.ts";

const day = 86_400_000;

/** The store on one table. `retentionDays` is how long a finished delivery stays in the log. */
export function createStore(client: DynamoDBClient, name: string, retentionDays: number): Store {
  const table = openTable(client, name);
  return {
    enlist: (delivery) => enlist(table, delivery),
    readDelivery: (target, id) => readDelivery(table, target, id),
    listDeliveries: (target, limit) => listDeliveries(table, target, limit),
    takeLease: (target, holder, until, now) => takeLease(table, target, holder, until, now),
    releaseLease: (target, holder, until, change) => releaseLease(table, target, holder, until, change),
    load: (target) => loadStanding(table, target),
    openWindow: (target, window) => openWindow(table, target, window),
    claimReply: (target, anchor, claim, times, seq) => claimReply(table, target, anchor, claim, times, seq),
    dropWindow: (target, anchor) => dropWindow(table, target, anchor),
    spend: (owner, takes, now, claim) => spend(table, owner, takes, now, claim),
    refund: (owner, takes) => refund(table, owner, takes),
    closeQuota: (owner, rules, until) => closeQuota(table, owner, rules, until),
    readQuota: (owner) => readQuota(table, owner),
    settle: (target, settlements, now) =>
      settle(table, target, settlements, Math.ceil((now + retentionDays * day) / 1_000)),
    due: (scene, now) => dueTargets(table, scene, now),
    live: () => liveTargets(table),
    readToken: () => readToken(table),
    writeToken: (token, expiresAt) => writeToken(table, token, expiresAt),
  };
}
