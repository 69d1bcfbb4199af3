import type { Store } from "../ports.ts";
import { hasDeliveryOf, listDeliveries, readLog } from "./log.ts";
import { dueTargets, liveTargets } from "./due.ts";
import { isKnownEvent, recordEvent } from "./events.ts";
import { noteGatewayBack, noteGatewayWarned, readGatewayLife, recordGatewaySeen } from "./gateway-life.ts";
import { noteHeard, readHeard } from "./heard.ts";
import { countGuess, createCode, takeCode } from "./pairing.ts";
import { createSceneStore } from "./scene-store.ts";
import type { Table } from "./table.ts";

/** The store on one table, whatever its engine. `retentionDays` is how long a finished delivery stays in the log. */
export const createStore = (table: Table, retentionDays: number): Store => ({
  ...createSceneStore(table, retentionDays),
  readLog: (target, since) => readLog(table, target, since),
  listDeliveries: (target, limit) => listDeliveries(table, target, limit),
  hasDeliveryOf: (target, route) => hasDeliveryOf(table, target, route),
  due: (scene, now) => dueTargets(table, scene, now),
  live: () => liveTargets(table),
  isKnownEvent: (id) => isKnownEvent(table, id),
  recordEvent: (id, now) => recordEvent(table, id, now),
  noteHeard: (heard) => noteHeard(table, heard),
  readHeard: (now) => readHeard(table, now),
  createCode: (route, code, until) => createCode(table, route, code, until),
  takeCode: (code, by, now) => takeCode(table, code, by, now),
  countGuess: (target, now) => countGuess(table, target, now),
  readGatewayLife: () => readGatewayLife(table),
  recordGatewaySeen: (now) => recordGatewaySeen(table, now),
  noteGatewayWarned: (seenAt) => noteGatewayWarned(table, seenAt),
  noteGatewayBack: (warnedOf) => noteGatewayBack(table, warnedOf),
});
