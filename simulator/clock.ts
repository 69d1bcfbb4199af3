/**
 * `now` is the simulator's time, which a test may move; it goes on from where it was set. `wire` is the time of the
 * machine, by which callbacks are signed, since receivers compare that with their own.
 */
export type Clock = {
  readonly now: () => number;
  readonly wire: () => number;
  /** How far `now` is ahead of `wire`, in ms. */
  readonly ahead: () => number;
  readonly set: (at: number | null) => void;
};

export function createClock(now: () => Date): Clock {
  let ahead = 0;
  const wire = (): number => now().getTime();
  return {
    wire,
    now: () => wire() + ahead,
    ahead: () => ahead,
    set: (at) => {
      ahead = at === null ? 0 : at - wire();
    },
  };
}
