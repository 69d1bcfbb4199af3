/** Lengths of time in milliseconds, as every time here is counted. */
export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A time (ms) in the whole seconds by which a table forgets its items: rounded up, so that none goes too soon. */
export const toSeconds = (ms: number): number => Math.ceil(ms / second);
