import { setImmediate as nextTurn } from "node:timers/promises";
import type { Table } from "../../../lib/store/table.ts";
import type { Crash } from "./steps.ts";

/** One call of a line, as it uses the table. */
export type Call = {
  readonly line: Crash["line"] | "list";
  readonly crash: Crash | undefined;
  uses: number;
  killed: boolean;
  /** Whether its crash came. */
  crashed: boolean;
  /** Tells whoever waits for the call that it is gone. */
  readonly kill: () => void;
  /** Told before each use is done, and when one breaks off the call. */
  readonly onUse: (name: string) => void;
  readonly onCrash: (name: string, crash: Crash) => void;
  /** Turns of the event loop to let pass before a use, so that calls meet in many ways. */
  readonly turns: () => number;
};

/** A fault of the store's that the program asked for. */
export class StoreFault extends Error {}

const forever = (): Promise<never> => new Promise(() => undefined);

/** A table that fails one call where its crash says; what a killed call asks for is never answered. */
export function faultyTable(table: Table, call: Call): Table {
  const use = async <Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> => {
    for (let left = call.turns(); left > 0; left -= 1) await nextTurn();
    if (call.killed) return forever();
    call.uses += 1;
    const crash = call.crash?.at === call.uses ? call.crash : undefined;
    if (!crash) {
      call.onUse(name);
      return work();
    }
    call.crashed = true;
    if (crash.when === "after") {
      call.onUse(name);
      await work();
    }
    call.onCrash(name, crash);
    if (crash.how === "fault") throw new StoreFault(`the table fails at ${name}`);
    call.killed = true;
    call.kill();
    return forever();
  };
  const all = async function* <Row>(name: string, rows: () => AsyncIterable<Row>): AsyncGenerator<Row> {
    const read = await use(name, () => Array.fromAsync(rows()));
    yield* read;
  };
  const nameOf = (what: string, sk: string): string => `${what} ${sk.split("#", 1)[0] ?? ""}`;
  return {
    get: (key) => use(nameOf("get", key.sk), () => table.get(key)),
    put: (item, when) => use(nameOf("put", item.sk), () => table.put(item, when)),
    update: (change) => use(nameOf("update", change.key.sk), () => table.update(change)),
    remove: (key) => use(nameOf("remove", key.sk), () => table.remove(key)),
    query: (...given) => all("query", () => table.query(...given)),
    queryLive: (...given) => all("queryLive", () => table.queryLive(...given)),
    hasLive: (...given) => use("hasLive", () => table.hasLive(...given)),
    countLive: (...given) => use("countLive", () => table.countLive(...given)),
    queryDue: (...given) => all("queryDue", () => table.queryDue(...given)),
    queryLatest: (...given) => all("queryLatest", () => table.queryLatest(...given)),
    scanLive: () => all("scanLive", () => table.scanLive()),
  };
}
