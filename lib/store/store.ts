import { day, toSeconds } from "../base/time.ts";
import type { Store } from "../ports.ts";
import { recordAudit, settleAudit } from "./audits.ts";
import { bind, readBindings, unbind } from "./bindings.ts";
import { enlist, hasPending, listDeliveries, readDelivery, settle } from "./deliveries.ts";
import { readBreaker, takeProbe, writeBreaker } from "./breaker.ts";
import { recordEvent } from "./events.ts";
import { eventKey } from "./keys.ts";
import { releaseLease, takeLease } from "./lease.ts";
import { dueTargets, liveTargets } from "./due.ts";
import { countPage, takePage, writePage } from "./pages.ts";
import { countGuess, createCode, takeCode } from "./pairing.ts";
import { closeQuota, doubtUnits, forgetRefusals, readQuota, refund, spend } from "./quotas.ts";
import { changeState } from "./state.ts";
import { loadStanding } from "./standing.ts";
import type { Table } from "./table.ts";
import { readToken, writeToken } from "./token.ts";
import { claimReply, dropWindow, openWindow } from "./windows.ts";

/** How long a message may be in audit before the relay forgets what it tells. */
const auditDays = 30;

/** The store on one table, whatever its engine. `retentionDays` is how long a finished delivery stays in the log. */
export function createStore(table: Table, retentionDays: number): Store {
  return {
    enlist: (delivery) => enlist(table, delivery),
    readDelivery: (target, id) => readDelivery(table, target, id),
    listDeliveries: (target, limit) => listDeliveries(table, target, limit),
    takeLease: (target, holder, until, now) => takeLease(table, target, holder, until, now),
    releaseLease: (target, holder, until, change) => releaseLease(table, target, holder, until, change),
    load: (target, now, item) => loadStanding(table, target, now, item),
    openWindow: (target, window) => openWindow(table, target, window),
    claimReply: (target, anchor, claim, times, seq) => claimReply(table, target, anchor, claim, { times, seq }),
    dropWindow: (target, anchor) => dropWindow(table, target, anchor),
    spend: (owner, charges, now, claim) => spend(table, owner, charges, now, claim),
    refund: (owner, charges, unclaim) => refund(table, owner, charges, unclaim),
    doubtUnits: (owner, charges) => doubtUnits(table, owner, charges),
    closeQuota: (owner, rules, until, refused) => closeQuota(table, owner, rules, { until, refused }),
    forgetRefusals: (owner) => forgetRefusals(table, owner),
    readQuota: (owner) => readQuota(table, owner),
    settle: (target, settlements, now) => settle(table, target, settlements, toSeconds(now + retentionDays * day)),
    due: (scene, now) => dueTargets(table, scene, now),
    live: () => liveTargets(table),
    changeState: (target, change) => changeState(table, target, change),
    hasPending: (target) => hasPending(table, target),
    recordAudit: (id, audit, now) => recordAudit(table, id, audit, toSeconds(now + auditDays * day)),
    settleAudit: (id, passed, messageId) => settleAudit(table, id, passed, messageId),
    recordEvent: (id, now) => recordEvent(table, id, now),
    forgetEvent: (id) => table.remove(eventKey(id)),
    readBindings: (route) => readBindings(table, route),
    bind: (route, target, now) => bind(table, route, target, now),
    unbind: (route, target) => unbind(table, route, target),
    createCode: (route, code, until) => createCode(table, route, code, until),
    takeCode: (code, by, now) => takeCode(table, code, by, now),
    countGuess: (target, now) => countGuess(table, target, now),
    writePage: (target, ids, now) => writePage(table, target, ids, now),
    countPage: (target) => countPage(table, target),
    takePage: (target, max) => takePage(table, target, max),
    readBreaker: () => readBreaker(table),
    writeBreaker: (breaker) => writeBreaker(table, breaker),
    takeProbe: (seen, until) => takeProbe(table, seen, until),
    readToken: () => readToken(table),
    writeToken: (token, expiresAt) => writeToken(table, token, expiresAt),
  };
}
