import { setImmediate as rest } from "node:timers/promises";
import type { Clock } from "../../lib/ports.ts";

export type VirtualClock = Clock & {
  /** Moves time on to the next moment that somebody waits for, again and again until `work` has ended. */
  readonly run: <Result>(work: Promise<Result>) => Promise<Result>;
};

/** A clock that stands still while anybody has something to do, so that what waits side by side does so in time as well. */
export function createVirtualClock(start: number): VirtualClock {
  let time = start;
  let waiting: { readonly until: number; readonly go: () => void }[] = [];
  return {
    now: () => new Date(time),
    wait: (ms) => new Promise((go) => waiting.push({ until: time + ms, go })),
    run: async (work) => {
      const ended = new AbortController();
      const end = (): void => ended.abort();
      work.then(end, end);
      for (await rest(); !ended.signal.aborted; await rest()) {
        time = waiting.reduce((soonest, { until }) => Math.min(soonest, until), Infinity);
        if (time === Infinity) throw new Error("nobody waits for a time, and the work has not ended");
        const due = waiting.filter(({ until }) => until <= time);
        waiting = waiting.filter(({ until }) => until > time);
        for (const { go } of due) go();
      }
      return work;
    },
  };
}
