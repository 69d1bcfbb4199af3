import type { Act } from "../../model/act.ts";
import type { Level } from "../../model/level.ts";
import type { Notice } from "../../model/notice.ts";
import { capLines } from "../cap-lines.ts";
import { httpLink } from "../http-link.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import { isSeen } from "./fields.ts";

/** What a monitor's mapper says, in words as its sender has them; `asNotice` makes it a notice. */
export type Telling = {
  readonly level: Level;
  readonly title: string;
  readonly lines?: readonly (string | undefined)[];
  readonly link?: string | undefined;
  readonly at?: Date | undefined;
  /** What it is about, within the source. */
  readonly key?: string | undefined;
  readonly replaces?: boolean;
  readonly resolved?: boolean;
  readonly act?: Act | undefined;
  readonly tally?: NonNullable<Notice["tally"]>;
};

const room = { lines: 10, bytes: 3_000 };

/** In characters. */
const max = { title: 300, line: 500, tally: 120 };

/** Gives a notice its promises: clean lines without empty ones, a real link, a time that is not to come. */
export function asNotice(source: string, event: string, telling: Telling, arrived: Date): Notice {
  const { level, title, lines = [], at, key, replaces, resolved, act, tally } = telling;
  const link = httpLink(telling.link);
  const told = lines.map((line) => oneLine(line ?? "", max.line)).filter(isSeen);
  return {
    source,
    event: oneLine(event, 120),
    level,
    title: oneLine(title, max.title),
    lines: capLines(told, room).kept,
    ...(link !== undefined && { link }),
    at: (at && at <= arrived ? at : arrived).toISOString(),
    ...(key !== undefined && { key: `${source}/${shortKey(key)}` }),
    ...(replaces && { replaces }),
    ...(resolved && { resolved }),
    ...(act && { act: cleanAct(source, act) }),
    ...(tally && countable(tally)),
  };
}

const cleanAct = (source: string, { keys, adds, ...act }: Act): Act => ({
  ...act,
  keys: keys.map((key) => `${source}/${shortKey(key)}`),
  ...(adds && { adds: adds === "lines" ? adds : adds.map((line) => oneLine(line, max.line)).filter(isSeen) }),
});

/** A place without a name is none to count by. */
function countable(tally: NonNullable<Notice["tally"]>): Pick<Notice, "tally"> {
  const where = oneLine(tally.where, max.tally);
  return where === "" ? {} : { tally: { ...tally, where } };
}
