import { minute } from "../base/time.ts";

/** Wrong credentials that a route is tried by at the root of its host, each minute: nobody types one wrong more often. */
const most = 20;

/** How often a route was named by a wrong credential in the minute that runs. */
export type Guesses = {
  /** Whether no more is tried until the minute is over. */
  readonly areSpent: (route: string, now: Date) => boolean;
  readonly note: (route: string, now: Date) => void;
};

/**
 * Wrong guesses of one process, by the route that they named, so that who guesses at one is in nobody else's way. It holds no
 * more than there are routes, and nothing of what was guessed.
 */
export function createGuesses(): Guesses {
  const counts = new Map<string, { readonly minute: number; readonly count: number }>();
  const countOf = (route: string, now: Date): number => {
    const counted = counts.get(route);
    return counted?.minute === minuteOf(now) ? counted.count : 0;
  };
  return {
    areSpent: (route, now) => countOf(route, now) >= most,
    note: (route, now) => void counts.set(route, { minute: minuteOf(now), count: countOf(route, now) + 1 }),
  };
}

const minuteOf = (now: Date): number => Math.floor(now.getTime() / minute);
