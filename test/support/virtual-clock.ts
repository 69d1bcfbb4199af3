import { setImmediate as rest } from "node:timers/promises";
import type { Clock } from "../../lib/ports.ts";
import type { Table } from "../../lib/store/table.ts";

export type VirtualClock = Clock & {
  /** Moves time on to the next moment that somebody waits for, again and again until `work` has ended. */
  readonly run: <Result>(work: Promise<Result>) => Promise<Result>;
  /** A table whose reads and writes take no time: while any is under way the clock stands still. */
  readonly holdFor: (table: Table) => Table;
};

/** A clock that stands still while anybody has something to do, so that what waits side by side does so in time as well. */
export function createVirtualClock(start: number): VirtualClock {
  let time = start;
  let busy = 0;
  let waiting: { readonly until: number; readonly go: () => void }[] = [];

  const hold = async <Result>(work: Promise<Result>): Promise<Result> => {
    busy += 1;
    try {
      return await work;
    } finally {
      busy -= 1;
    }
  };
  async function* holdEach<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    const iterator = items[Symbol.asyncIterator]();
    for (let next = await hold(iterator.next()); !next.done; next = await hold(iterator.next())) yield next.value;
  }

  return {
    now: () => new Date(time),
    wait: (ms) => new Promise((go) => waiting.push({ until: time + ms, go })),
    run: async (work) => {
      const ended = new AbortController();
      const end = (): void => ended.abort();
      work.then(end, end);
      for (await rest(); !ended.signal.aborted; await rest()) {
        if (busy > 0) continue;
        time = waiting.reduce((soonest, { until }) => Math.min(soonest, until), Infinity);
        if (time === Infinity) throw new Error("nobody waits for a time, and the work has not ended");
        const due = waiting.filter(({ until }) => until <= time);
        waiting = waiting.filter(({ until }) => until > time);
        for (const { go } of due) go();
      }
      return work;
    },
    holdFor: (table) => ({
      get: (...of) => hold(table.get(...of)),
      put: (...of) => hold(table.put(...of)),
      update: (...of) => hold(table.update(...of)),
      remove: (...of) => hold(table.remove(...of)),
      countLive: (...of) => hold(table.countLive(...of)),
      hasLive: (...of) => hold(table.hasLive(...of)),
      query: (...of) => holdEach(table.query(...of)),
      queryLive: (...of) => holdEach(table.queryLive(...of)),
      queryDue: (...of) => holdEach(table.queryDue(...of)),
      queryLatest: (...of) => holdEach(table.queryLatest(...of)),
      scanLive: () => holdEach(table.scanLive()),
    }),
  };
}
