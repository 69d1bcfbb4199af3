import { second } from "../../base/time.ts";

/**
 * A time as CloudMonitor writes it: seconds or milliseconds of the epoch, or `20181226T220114.058+0800`; undefined where it is none.
 */
export function readInstant(text: string): Date | undefined {
  const [, count = "", more] = /^(\d{10})(\d{3})?$/.exec(text) ?? [];
  if (count !== "") return new Date(Number(count) * second + Number(more ?? 0));
  const iso = text.replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d(?:\.\d{1,3})?)([+-]\d\d)(\d\d)$/,
    "$1-$2-$3T$4:$5:$6$7:$8",
  );
  const time = new Date(iso);
  return time.getTime() > 0 ? time : undefined;
}
