/** `09:00`, in the settings' zone. */
export type TimeOfDay = `${number}:${number}`;

/** Milliseconds after midnight; undefined when the text is not a time of day. */
export function readTimeOfDay(text: string): number | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) * 60_000;
}
