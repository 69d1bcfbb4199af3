import { callConfigured, type FunctionFault } from "../base/call-configured.ts";
import { isObject } from "../base/is-object.ts";
import { levels } from "../model/level.ts";
import type { LevelScale } from "../model/level-scale.ts";
import type { Notice } from "../model/notice.ts";
import type { MappedNotice, Route } from "../model/route.ts";
import type { Parsed } from "../model/source.ts";
import { capLines, room } from "./cap-lines.ts";
import { httpLink } from "./http-link.ts";
import { readLevel } from "./levels/read-level.ts";
import { oneLine } from "./one-line.ts";
import { readImage } from "./read-image.ts";
import { shortKey } from "./short-key.ts";

/** Of a text, no more than so many characters are looked at. */
const maxLength = 100_000;

/**
 * What a route's `map` made of an event: a notice, or nothing to tell; `fault` beside it names the fields that had to be
 * left out. Where it threw, or answered no title, there is only the fault.
 */
export type MappedByRoute =
  | { readonly kind: "mapped"; readonly notice: Notice | undefined; readonly fault?: FunctionFault }
  | { readonly kind: "unmapped"; readonly fault: FunctionFault };

/** Words an event as the route's own `map` does, held to what a notice may hold. */
export function mapByRoute(
  map: NonNullable<Route["map"]>,
  parsed: Parsed,
  { source, levels: scale }: Pick<Route, "levels"> & { readonly source: string },
  at: Date,
): MappedByRoute {
  const called = callConfigured<unknown>(() => map({ ...parsed }));
  if (called.kind === "fault") return { kind: "unmapped", fault: called };
  const { answer } = called;
  if (answer === undefined || answer === null || answer === false) return { kind: "mapped", notice: undefined };
  const read = readMapped(answer, scale);
  if (!read) return { kind: "unmapped", fault: { kind: "fault", reason: whyUnread(answer) } };
  const { mapped, wrong } = read;
  const event = parsed.action === undefined ? parsed.event : `${parsed.event}.${parsed.action}`;
  const notice: Notice = { source, event: oneLine(event, 120), at: at.toISOString(), ...wordsOf(mapped, source) };
  if (wrong.length === 0) return { kind: "mapped", notice };
  const reason = `of its answer ${wrong.join(", ")}; left out`;
  return { kind: "mapped", notice, fault: { kind: "fault", reason } };
}

const optional = ["text", "level", "link", "key", "image"] as const satisfies readonly Exclude<
  keyof MappedNotice,
  "title"
>[];

/** The fields of an answer that can be used, and what is wrong with the others; undefined without a title. */
function readMapped(
  answer: unknown,
  scale: LevelScale | undefined,
): { readonly mapped: MappedNotice; readonly wrong: readonly string[] } | undefined {
  if (!isObject(answer)) return undefined;
  const { title } = answer;
  if (typeof title !== "string") return undefined;
  const given = optional.flatMap((name) => {
    const value = answer[name];
    return value === undefined || value === null ? [] : [{ name, ...readField(name, value, scale) }];
  });
  const usable = Object.fromEntries(given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
  return {
    mapped: { title, ...usable },
    wrong: given.flatMap(({ name, fault }) => (fault === undefined ? [] : [`${name} ${fault}`])),
  };
}

type ReadField = { readonly value?: string; readonly fault?: string };

/** A level may be any word for one; the others are text. */
function readField(name: (typeof optional)[number], value: unknown, scale: LevelScale | undefined): ReadField {
  if (typeof value !== "string") return { fault: `is ${kindOf(value)}, not text` };
  if (name !== "level") return { value };
  const level = readLevel(value, scale);
  return level === undefined ? { fault: `is none of ${levels.join(", ")}, nor a word for one` } : { value: level };
}

/** Why an answer is no notice, never what stands in it. */
const whyUnread = (answer: unknown): string =>
  isObject(answer)
    ? `title of its answer is ${answer["title"] === undefined ? "missing" : `${kindOf(answer["title"])}, not text`}`
    : `it answered ${kindOf(answer)}, neither { title, … } nor undefined`;

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (value === null) return "null";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function wordsOf(mapped: MappedNotice, source: string): Omit<Notice, "source" | "event" | "at"> {
  const { title, text = "", level = "info", key } = mapped;
  const link = httpLink(mapped.link);
  const image = readImage(mapped.image);
  return {
    level,
    title: oneLine(title),
    lines: text === "" ? [] : linesOf(text),
    ...(link !== undefined && { link }),
    ...(key !== undefined && { key: `${source}/${shortKey(key)}`, replaces: true }),
    ...(image.kind === "taken" && { image: image.image }),
  };
}

function linesOf(text: string): readonly string[] {
  const lines = text.slice(0, maxLength).split(/\r?\n/);
  return capLines(
    lines.map((line) => oneLine(line)),
    room,
  ).kept;
}
