import { setImmediate as rest } from "node:timers/promises";

export type VirtualTimers = {
  /** Ms of the epoch. */
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
  /** Lets happen what can without time going by. */
  readonly settle: () => Promise<void>;
  /** Lets so much time (ms) go by, each timer at its own moment. */
  readonly pass: (ms: number) => Promise<void>;
  /** Timers that are running. */
  readonly count: () => number;
};

/** Timers that only the test lets run. */
export function createVirtualTimers(start: number): VirtualTimers {
  let time = start;
  let timers: readonly { readonly at: number; readonly run: () => void }[] = [];
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 5; round += 1) await rest();
  };
  return {
    now: () => time,
    after: (ms, run) => {
      const timer = { at: time + ms, run };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    settle,
    pass: async (ms) => {
      const end = time + ms;
      await settle();
      for (;;) {
        const [next] = timers.toSorted((a, b) => a.at - b.at);
        if (!next || next.at > end) break;
        time = next.at;
        timers = timers.filter((each) => each !== next);
        next.run();
        await settle();
      }
      time = end;
    },
    count: () => timers.length,
  };
}
