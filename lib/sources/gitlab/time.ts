/** ISO text of one of GitLab's times, which are ISO already, or `2016-08-12 15:23:28 UTC`, or end in `+0200`; one without a zone is none. */
export function timeOf(text: string | null | undefined): string | undefined {
  const [, date, time, zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?) ?(UTC|Z|[+-]\d\d:?\d\d)$/.exec(text ?? "") ?? [];
  if (date === undefined || time === undefined || zone === undefined) return undefined;
  return `${date}T${time}${zone === "UTC" ? "Z" : zone.replace(/^(...)(\d\d)$/, "$1:$2")}`;
}
