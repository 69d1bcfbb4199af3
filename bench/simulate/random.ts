/** Numbers from 0 up to 1, the same ones for the same seed. */
export type Random = () => number;

/** One stream of chance of a seed (mulberry32). Streams have names, so that a change to one leaves the others alone. */
export function createRandom(seed: number, stream: string): Random {
  let state = seed;
  for (let at = 0; at < stream.length; at += 1) state = Math.imul(state ^ stream.charCodeAt(at), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Range = readonly [min: number, max: number];

export const draw = (random: Random, [min, max]: Range): number => min + random() * (max - min);

/** A whole number, both ends of the range included. */
export const drawWhole = (random: Random, [min, max]: Range): number => min + Math.floor(random() * (max - min + 1));

export const pick = <T>(random: Random, [first, ...others]: readonly [T, ...T[]]): T =>
  others[Math.floor(random() * (others.length + 1)) - 1] ?? first;

/** How often something happened that happens `mean` times on average, independently (Poisson, by Knuth). */
export function drawCount(random: Random, mean: number): number {
  const end = Math.exp(-mean);
  let count = 0;
  for (let left = random(); left > end; left *= random()) count += 1;
  return count;
}

/** An index, each as likely as its weight. */
export function drawIndex(random: Random, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => (left -= weight) < 0);
  return Math.max(0, found);
}
