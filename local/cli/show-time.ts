/** A time (ISO 8601) as a person here reads it: this machine's own zone, to the second. */
export const showTime = (iso: string): string => new Date(iso).toLocaleString("sv-SE");

/** ` → 12-01 00:00:00` where a time is known. */
export const showUntil = (until: string | undefined): string => (until === undefined ? "" : ` → ${showTime(until)}`);
