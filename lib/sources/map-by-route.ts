import * as z from "zod";
import { callConfigured, type FunctionFault } from "../base/call-configured.ts";
import { isObject } from "../base/is-object.ts";
import { levels } from "../model/level.ts";
import type { Notice } from "../model/notice.ts";
import type { MappedNotice, Route } from "../model/route.ts";
import type { Parsed } from "../model/source.ts";
import { capLines, room } from "./cap-lines.ts";
import { httpLink } from "./http-link.ts";
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
  { source }: Pick<Route, "source">,
  at: Date,
): MappedByRoute {
  const called = callConfigured<unknown>(() => map({ ...parsed }));
  if (called.kind === "fault") return { kind: "unmapped", fault: called };
  const { answer } = called;
  if (answer === undefined || answer === null || answer === false) return { kind: "mapped", notice: undefined };
  const read = readMapped(answer);
  if (!read)
    return { kind: "unmapped", fault: { kind: "fault", reason: "it answered neither { title, … } nor undefined" } };
  const { mapped, wrong } = read;
  const event = parsed.action === undefined ? parsed.event : `${parsed.event}.${parsed.action}`;
  const notice: Notice = { source, event: oneLine(event, 120), at: at.toISOString(), ...wordsOf(mapped, source) };
  if (wrong.length === 0) return { kind: "mapped", notice };
  const reason = `${wrong.join(", ")} of its answer cannot be used`;
  return { kind: "mapped", notice, fault: { kind: "fault", reason } };
}

const optional = {
  text: z.string(),
  level: z.enum(levels),
  link: z.string(),
  key: z.string(),
  image: z.string(),
} as const satisfies Record<Exclude<keyof MappedNotice, "title">, z.ZodType>;

/** The fields of an answer that can be used, and the names of those that cannot; undefined without a title. */
function readMapped(answer: unknown): { readonly mapped: MappedNotice; readonly wrong: readonly string[] } | undefined {
  if (!isObject(answer)) return undefined;
  const { title } = answer;
  if (typeof title !== "string") return undefined;
  const given = Object.entries(optional).flatMap(([name, schema]) => {
    const value = answer[name];
    return value === undefined || value === null ? [] : [{ name, value, fits: schema.safeParse(value).success }];
  });
  const usable = Object.fromEntries(given.flatMap(({ name, value, fits }) => (fits ? [[name, value]] : [])));
  return { mapped: { title, ...usable }, wrong: given.flatMap(({ name, fits }) => (fits ? [] : [name])) };
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
    ...(image !== undefined && { image }),
  };
}

function linesOf(text: string): readonly string[] {
  const lines = text.slice(0, maxLength).split(/\r?\n/);
  return capLines(
    lines.map((line) => oneLine(line)),
    room,
  ).kept;
}
