import { setImmediate as rest } from "node:timers/promises";
import type { Clock } from "../../lib/ports.ts";

export type PatientClock = Clock & {
  /** Moves time on to `until` (ms), each wait ending at its own moment; `idle` resolves when nobody does or waits for anything. */
  readonly moveTo: (until: number, idle: () => Promise<void>) => Promise<void>;
  readonly setTime: (time: number) => void;
  /** From now on no wait takes any time. */
  readonly release: () => void;
};

/** A clock that only the test moves: who waits is left waiting while other things happen. */
export function createPatientClock(start: number): PatientClock {
  let time = start;
  let isOpen = false;
  let waiting: { readonly until: number; readonly go: () => void }[] = [];
  const letGo = (): void => {
    const due = waiting.filter(({ until }) => isOpen || until <= time);
    waiting = waiting.filter((each) => !due.includes(each));
    for (const { go } of due) go();
  };
  /** Lets happen what can without time going by: until it has ended, or somebody waits. */
  const comeToRest = async (work: Promise<void>): Promise<void> => {
    const ended = new AbortController();
    void work.then(() => ended.abort());
    for (await rest(); !ended.signal.aborted && waiting.length === 0; await rest());
  };
  const next = (): number => Math.min(...waiting.map((each) => each.until));
  const moveOn = (): void => {
    time = Math.max(time, next());
    letGo();
  };
  return {
    now: () => new Date(time),
    wait: (ms) => {
      const waited = new Promise<void>((go) => waiting.push({ until: time + ms, go }));
      if (isOpen) letGo();
      return waited;
    },
    setTime: (to) => {
      time = to;
      letGo();
    },
    moveTo: async (until, idle) => {
      for (await comeToRest(idle()); next() <= until; await comeToRest(idle())) moveOn();
      time = Math.max(time, until);
    },
    release: () => {
      isOpen = true;
      letGo();
    },
  };
}
