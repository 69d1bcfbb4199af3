import type { Language } from "../../model/language.ts";
import type { MapContext } from "../../model/source.ts";
import { readWords } from "../generic/read-words.ts";
import { lookUp } from "../look-up.ts";
import type { Preset, Template, Words } from "./preset.ts";
import { besideOf, valueAt } from "./value-at.ts";
import { ways } from "./ways.ts";

/** What a template is filled from. */
export type Scope = {
  readonly preset: Preset;
  /** Where paths begin. */
  readonly body: unknown;
  readonly context: MapContext;
};

const piece = /\{([^{}]+)\}|\[((?:[^[\]{}]|\{[^{}]+\})*)\]|[^{}[\]]+/g;

/** The first of a template's texts whose places can be filled. */
export function fill(template: Template | undefined, scope: Scope): string | undefined {
  for (const text of [template ?? []].flat()) {
    const told = fillText(text, scope);
    if (told !== undefined) return told;
  }
  return undefined;
}

/** Of words by language, those of the scope's. */
export const fillWords = (words: Words, scope: Scope): string | undefined =>
  fill(isByLanguage(words) ? words[scope.context.language] : words, scope);

const isByLanguage = (words: Words): words is Readonly<Record<Language, Template>> =>
  typeof words === "object" && !Array.isArray(words);

function fillText(text: string, scope: Scope): string | undefined {
  let told = "";
  for (const [literal, place, optional] of text.matchAll(piece)) {
    const words = place === undefined ? literal : readPlace(place, scope);
    if (optional !== undefined) told += fillText(optional, scope) ?? "";
    else if (words === undefined) return undefined;
    else told += words;
  }
  return told;
}

function readPlace(place: string, scope: Scope): string | undefined {
  for (const one of place.split("|")) {
    const words = readOne(one, scope);
    if (words !== undefined) return words;
  }
  return undefined;
}

function readOne(one: string, scope: Scope): string | undefined {
  const { preset, body, context } = scope;
  const [path = "", way] = one.split(":");
  if (path === "@") return preset.label;
  if (path.startsWith("$")) return fillWords(preset.parts?.[path.slice(1)] ?? [], scope);
  const value = valueAt(body, path);
  if (way === undefined) return Array.isArray(value) ? listOf(value, context.language) : readWords(value);
  const known = lookUp<(typeof ways)[keyof typeof ways]>(ways, way);
  if (known) return known({ value, beside: (name) => besideOf(body, path, name), context });
  return lookUpWord(way, readWords(value), scope);
}

function lookUpWord(name: string, word: string | undefined, { preset, context }: Scope): string | undefined {
  const table = preset.words?.[name] ?? {};
  const told = lookUp(table, word) ?? lookUp(table, word?.toLowerCase());
  return typeof told === "object" ? told[context.language] : told;
}

const listOf = (values: readonly unknown[], language: Language): string | undefined =>
  values.flatMap((value) => readWords(value) ?? []).join(language === "zh" ? "、" : ", ") || undefined;
