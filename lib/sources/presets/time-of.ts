/** A number from here on counts milliseconds of the epoch, below it seconds. */
const milliseconds = 100_000_000_000;

/** A sender's time: ISO 8601, or seconds or milliseconds of the epoch; undefined for what is none. */
export function timeOf(value: unknown): Date | undefined {
  const number = typeof value === "string" && /^\d{9,14}$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" && typeof number !== "string") return undefined;
  const time = new Date(typeof number === "number" && number < milliseconds ? number * 1_000 : number);
  return time.getTime() > 0 ? time : undefined;
}
