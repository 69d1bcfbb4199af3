/** How likely each hour of the day is, from midnight on. */
export const hours = {
  /** People at work; a few stay late. */
  office: [0, 0, 0, 0, 0, 0, 0, 0, 1, 5, 8, 7, 2, 3, 8, 8, 7, 6, 4, 2, 2, 2, 1, 0],
  /** People awake: some before work, most through the day and the evening. */
  awake: [0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 5, 5, 4, 3, 5, 5, 5, 5, 4, 3, 4, 4, 2, 0],
  /** Machines. */
  always: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
} as const satisfies Record<string, readonly number[]>;

export type Hours = keyof typeof hours;

/** Average number a day. */
export type PerDay = { readonly workday: number; readonly weekend: number };
