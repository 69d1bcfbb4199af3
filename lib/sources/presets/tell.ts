import type { Notice } from "../../model/notice.ts";
import type { MapContext } from "../../model/source.ts";
import { defined } from "../../base/defined.ts";
import { readWords } from "../generic/read-words.ts";
import { mapFields } from "../generic/map-fields.ts";
import { oneLine } from "../one-line.ts";
import { shortKey } from "../short-key.ts";
import { firstLines } from "./first-lines.ts";
import { fill, fillWords, type Scope } from "./fill.ts";
import { levelOf } from "./level.ts";
import type { Look, Preset, Told } from "./preset.ts";
import { anyOther, type EventName, toldOf } from "./read-event.ts";
import { timeOf } from "./time-of.ts";
import { valueAt } from "./value-at.ts";

const general = {
  zh: (label: string, name: string) => `${label} 发来事件：${name}`,
  en: (label: string, name: string) => `${label} sent an event: ${name}`,
};

const more = { zh: (count: number) => `还有 ${count} 项`, en: (count: number) => `and ${count} more` };

/** Of a list, no more items than this are told. */
const maxItems = 10;

/** A body as its sender's preset tells it; undefined where it says nothing that people want. */
export function tell(preset: Preset, name: EventName, body: unknown, context: MapContext): Notice | undefined {
  const scope = { preset, body, context };
  const found = toldOf(name, scope);
  if (found === "silent" && !context.isNamed) return undefined;
  const told = found === "silent" ? (preset.other ?? anyOther) : found;
  const look = { ...pickLook(preset), ...told };
  const event = name.action === undefined ? name.event : `${name.event}.${name.action}`;
  const title =
    fill(told[context.language], scope) ?? fillOther(preset, scope) ?? general[context.language](preset.label, event);
  const { level = "info" } = levelOf(told, scope, context.levels);
  const lines = linesOf(look, scope).filter((line) => line !== title);
  const link = fill(look.link, scope);
  const notice = mapFields(defined({ title, text: lines.join("\n"), level, link }), event, context);
  const time = preset.at === undefined ? undefined : timeOf(firstAt(body, preset.at));
  return { ...notice, source: preset.name, ...keyOf(look, scope), ...(time && { at: time.toISOString() }) };
}

const pickLook = ({ lines, facts, text, list, link, key }: Preset): Look =>
  defined({ lines, facts, text, list, link, key });

const fillOther = ({ other }: Preset, scope: Scope): string | undefined =>
  other && fill(other[scope.context.language], scope);

const firstAt = (body: unknown, paths: string): unknown =>
  paths
    .split("|")
    .map((path) => valueAt(body, path))
    .find((value) => value != null && value !== "");

function linesOf({ lines = [], facts = [], text, list }: Look, scope: Scope): readonly string[] {
  const inWords = (words: NonNullable<Look["lines"]>): readonly string[] =>
    words.map((one) => oneLine(fillWords(one, scope) ?? "")).filter((line) => line !== "");
  const longer = text === undefined ? undefined : readWords(firstAt(scope.body, text));
  return [
    ...inWords(lines),
    ...[inWords(facts).join(" · ")].filter((line) => line !== ""),
    ...(longer === undefined ? [] : firstLines(longer, scope.preset.markup, scope.context.language)),
    ...(list ? itemsOf(list, scope) : []),
  ];
}

function itemsOf({ at, line }: NonNullable<Look["list"]>, scope: Scope): readonly string[] {
  const items = valueAt(scope.body, at);
  if (!Array.isArray(items)) return [];
  const told = items.slice(0, maxItems).map((body: unknown) => oneLine(fillWords(line, { ...scope, body }) ?? ""));
  const left = items.length - told.length;
  return [...told.filter((each) => each !== ""), ...(left > 0 ? [more[scope.context.language](left)] : [])];
}

function keyOf({ key, is }: Look & Pick<Told, "is">, scope: Scope): Pick<Notice, "key" | "replaces" | "resolved"> {
  const named = fill(key, scope);
  if (named === undefined) return {};
  return {
    key: `${scope.preset.name}/${shortKey(named)}`,
    ...(is && { replaces: true }),
    ...(is === "end" && { resolved: true }),
  };
}
