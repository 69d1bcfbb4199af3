import { day, toSeconds } from "../base/time.ts";
import { auditMemory } from "../model/audit.ts";
import type { SceneStore } from "../ports.ts";
import { endAudit, recordAudit } from "./audits.ts";
import { bind, readBindings, unbind } from "./bindings.ts";
import { countCounted, endPage, expireCounted, readCounted, readPages, readShown, takePage } from "./counted.ts";
import {
  countPending,
  enlist,
  hasCritical,
  hasPending,
  overdueAudits,
  readDelivery,
  readImage,
  requeue,
  settle,
} from "./deliveries.ts";
import { learn, readEvidence, takeAsk } from "./evidence.ts";
import { closeBreaker, countFailure, openBreaker, readBreaker, takeProbe } from "./breaker.ts";
import { breakLease, readWord, releaseLease, takeLease } from "./lease.ts";
import { readGuildSetting, takeGuildLook, writeGuildSetting } from "./guild-settings.ts";
import {
  closeQuota,
  doubtUnits,
  forgetRefusals,
  noteWanted,
  readQuota,
  refund,
  rewriteClaim,
  spend,
} from "./quotas.ts";
import { changeState } from "./state.ts";
import { loadStanding, readItem } from "./standing.ts";
import type { Table } from "./table.ts";
import { readToken, writeToken } from "./token.ts";
import { claimReply, dropWindow, openWindow } from "./windows.ts";

/** Days that a picture waits beside its delivery. A route whose `maxAge` is longer loses the picture then, never the words. */
const maxWaitDays = 40;

/** What webhooks and sends need of the table, whatever its engine: each start of a scene loads it. `retentionDays` is how long a finished delivery stays in the log. */
export function createSceneStore(table: Table, retentionDays: number): SceneStore {
  const finishedUntil = (now: number) => toSeconds(now + retentionDays * day);
  const waitingUntil = (now: number) => toSeconds(now + Math.max(retentionDays, maxWaitDays) * day);
  return {
    enlist: (delivery) => enlist(table, delivery, waitingUntil(delivery.arrivedAt)),
    requeue: (target, id, from, now) => requeue(table, target, id, from, now),
    readImage: (target, image) => readImage(table, target, image),
    countPending: (target) => countPending(table, target),
    readDelivery: (target, id) => readDelivery(table, target, id),
    takeLease: (target, holder, until, now) => takeLease(table, target, holder, until, now),
    readWord: (target) => readWord(table, target),
    releaseLease: (target, holder, until, change, seen) =>
      releaseLease(table, target, { holder, until, ...(seen !== undefined && { seen }) }, change),
    breakLease: (target, holder, now) => breakLease(table, target, holder, now),
    load: (target, now, item) => loadStanding(table, target, now, item),
    readItem: (target) => readItem(table, target),
    openWindow: (target, window) => openWindow(table, target, window),
    claimReply: (target, anchor, claim, times, seq) => claimReply(table, target, anchor, claim, { times, seq }),
    dropWindow: (target, anchor) => dropWindow(table, target, anchor),
    spend: (owner, charges, now, claim) => spend(table, owner, charges, now, claim),
    refund: (owner, charges, claim) => refund(table, owner, charges, claim),
    narrowClaim: (target, claim) => rewriteClaim(table, target, claim),
    endClaim: (target, claim, ended) => rewriteClaim(table, target, { ...claim, ended }),
    doubtUnits: (owner, charges, claim) => doubtUnits(table, owner, charges, claim),
    closeQuota: (owner, rules, until, refused) => closeQuota(table, owner, rules, { until, refused }),
    forgetRefusals: (owner) => forgetRefusals(table, owner),
    noteWanted: (owner, keys, member, now) => noteWanted(table, owner, keys, member, now),
    readQuota: (owner) => readQuota(table, owner),
    settle: (target, settlements, now) => settle(table, target, settlements, finishedUntil(now), now),
    changeState: (target, change, order) => changeState(table, target, change, order),
    hasPending: (target) => hasPending(table, target),
    hasCritical: (target) => hasCritical(table, target),
    recordAudit: (id, audit, now) => recordAudit(table, id, audit, toSeconds(now + auditMemory)),
    endAudit: (id, end, now) => endAudit(table, id, end, toSeconds(now + auditMemory)),
    overdueAudits: (target, now) => overdueAudits(table, target, now),
    readBindings: (route) => readBindings(table, route),
    bind: (route, target, now) => bind(table, route, target, now),
    unbind: (route, target) => unbind(table, route, target),
    countCounted: (target) => countCounted(table, target),
    readCounted: (target, max) => readCounted(table, target, max),
    readShown: (target, answer) => readShown(table, target, answer),
    readPages: (target) => readPages(table, target),
    takePage: (target, answer, ids) => takePage(table, target, answer, ids),
    endPage: (target, answer, as, now) => endPage(table, target, answer, as, { now, expiresAt: finishedUntil(now) }),
    expireCounted: (target, ids, now) => expireCounted(table, target, ids, { now, expiresAt: finishedUntil(now) }),
    readBreaker: () => readBreaker(table),
    countFailure: () => countFailure(table),
    openBreaker: (seen, until) => openBreaker(table, seen, until),
    closeBreaker: (seen) => closeBreaker(table, seen),
    takeProbe: (seen, until) => takeProbe(table, seen, until),
    readEvidence: (scene) => readEvidence(table, scene),
    learn: (scene, change) => learn(table, scene, change),
    takeAsk: (scene, ask, now) => takeAsk(table, scene, ask, now),
    readGuildSetting: (guild) => readGuildSetting(table, guild),
    takeGuildLook: (guild, since, now) => takeGuildLook(table, guild, since, now),
    writeGuildSetting: (guild, perDay) => writeGuildSetting(table, guild, perDay),
    readToken: () => readToken(table),
    writeToken: (token, expiresAt) => writeToken(table, token, expiresAt),
  };
}
