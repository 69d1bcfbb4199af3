import type { Level } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";
import { numbers } from "../levels/numbers.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";
import { fieldNames } from "./field-names.ts";
import type { KnownBody } from "./known-bodies.ts";
import { readWords } from "./read-words.ts";

type Named = Readonly<Record<string, unknown>>;

/** What a body says of its level; `unknown` is the word of a member that can only be a level, and is none we know. */
export type FoundLevel = { readonly level?: Level; readonly unknown?: string };

/** The level at a path that the route gave. */
export const levelAt = (value: unknown, body: Named, scale: LevelScale): FoundLevel =>
  found(levelOf(value, true, body, scale), [readWords(value)]);

/**
 * The level of a body by its own members. `level` is taken at its word; of the others, a status that says that it is over
 * outweighs how bad it was.
 */
export function findLevel(body: Named, { status = [] }: KnownBody, scale: LevelScale): FoundLevel {
  const [known] = status.flatMap((word) => readLevel(word ?? "", scale) ?? []);
  if (known !== undefined) return { level: known };
  const said = fieldNames.level.flatMap((name) => {
    const level = levelOf(lookUp(body, name), isNumbered(name), body, scale);
    return level === undefined ? [] : [{ name, level }];
  });
  const over = said.find(({ name, level }) => level === "success" && (name === "status" || name === "state"));
  const level = said[0]?.name === "level" ? said[0].level : (over ?? said[0])?.level;
  return found(
    level,
    levelNames.map((name) => readWords(lookUp(body, name))),
  );
}

const found = (level: Level | undefined, words: readonly (string | undefined)[]): FoundLevel => {
  const unknown = words.find((word) => word !== undefined);
  if (level !== undefined) return { level };
  return unknown === undefined ? {} : { unknown };
};

/** A level's name or synonym, or one of the numbers that the sender's kind of body has for it. */
function levelOf(value: unknown, numbered: boolean, body: Named, scale: LevelScale): Level | undefined {
  const words = readWords(value) ?? "";
  return readLevel(words, scale) ?? (numbered ? levelOfNumber(words, body) : undefined);
}

/** What only a level is called; a `status` or a `type` may say anything. */
const levelNames = ["level", "severity", "priority"] as const;

/** Only these count in ntfy's or Gotify's way; a `status: 1` or a `severity: 1` means something else in every tool. */
const isNumbered = (name: string): boolean => name === "level" || name === "priority";

/**
 * Gotify's messages have `message` and often `extras`, ntfy's a `topic`. A number that only one of them has tells them apart
 * too; our own fields count as ntfy does.
 */
function levelOfNumber(words: string, body: Named): Level | undefined {
  const [ntfy, gotify] = [lookUp<Level>(numbers.ntfy, words), lookUp<Level>(numbers.gotify, words)];
  return isGotify(body) ? gotify : (ntfy ?? gotify);
}

const isGotify = (body: Named): boolean =>
  !Object.hasOwn(body, "topic") && (Object.hasOwn(body, "extras") || (Object.hasOwn(body, "message") && !said(body)));

/** Members that a body of ntfy or of our own has, and no message of Gotify. */
const said = (body: Named): boolean =>
  ["text", "tags", "click", "actions", "level"].some((name) => Object.hasOwn(body, name));
