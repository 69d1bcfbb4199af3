/** A time as AWS writes it: `2026-11-21T19:55:00.123+0000`, or with a `Z`; undefined where it is none. */
export function readInstant(text: string): Date | undefined {
  const time = new Date(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return time.getTime() > 0 ? time : undefined;
}
