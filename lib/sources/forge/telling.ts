import type { Act } from "../../model/act.ts";
import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import { httpLink } from "../http-link.ts";
import { oneLine } from "../one-line.ts";
import { setSomeone } from "./who.ts";
import { second } from "../../base/time.ts";

/** What a mapper says; `asNotice` makes it a notice. */
export type Telling = {
  readonly level: Level;
  readonly title: string;
  readonly lines?: readonly (string | null | undefined)[];
  readonly link?: string | null | undefined;
  /** Begins with the repository. */
  readonly key: string;
  /** ISO text, or seconds of the epoch. */
  readonly at?: string | number | null | undefined;
  readonly replaces?: true;
  readonly resolved?: true;
  /** Its keys begin with the repository. */
  readonly act?: Act | undefined;
  readonly tally?: Notice["tally"];
};

/** Gives every notice of a source its promises: one clean line each, a real link, a real time. */
export function asNotice(source: string, telling: Telling, event: string, arrived: Date): Notice {
  const { level, title, lines = [], key, at, replaces, resolved, act } = telling;
  const link = httpLink(telling.link ?? undefined);
  const tally = telling.tally && cleanTally(telling.tally);
  return {
    source,
    event: oneLine(event, 120),
    level,
    title: oneLine(setSomeone(title)),
    lines: cleanLines(lines),
    ...(link !== undefined && { link }),
    at: isoTime(at) ?? arrived.toISOString(),
    key: oneLine(`${source}/${key}`, 500),
    ...(replaces && { replaces }),
    ...(resolved && { resolved }),
    ...(act !== undefined && { act: cleanAct(source, act) }),
    ...(tally !== undefined && { tally }),
  };
}

const cleanLines = (lines: NonNullable<Telling["lines"]>): readonly string[] =>
  lines.map((line) => oneLine(setSomeone(line ?? ""))).filter((line) => line !== "");

const cleanAct = (source: string, { keys, adds, ...act }: Act): Act => ({
  ...act,
  keys: keys.map((key) => oneLine(`${source}/${key}`, 500)),
  ...(adds && { adds: adds === "lines" ? adds : cleanLines(adds) }),
});

/** A place without a name is none to count by. */
function cleanTally(tally: NonNullable<Notice["tally"]>): Notice["tally"] {
  const [where, what, who] = [tally.where, tally.what, tally.who ?? ""].map((text) => oneLine(text, 120));
  return where && what ? { where, what, ...(who && { who }) } : undefined;
}

function isoTime(at: string | number | null | undefined): string | undefined {
  if (at == null || at === "") return undefined;
  const time = new Date(typeof at === "number" ? at * second : at);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
