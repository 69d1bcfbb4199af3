import { describe, expect, it } from "vitest";
import { words } from "../../../../local/console/browser/words.ts";

type Leaf = readonly [name: string, text: string];

/** All words by their path; those that take something, with stand-ins. */
const leaves = (value: unknown, path = ""): readonly Leaf[] => {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, (value as (...given: unknown[]) => string)("1", "2")]];
  return Object.entries(value as object).flatMap(([name, each]) => leaves(each, `${path}/${name}`));
};

describe("the console's words", () => {
  it("are there in both languages, none empty", () => {
    const [zh, en] = [leaves(words.zh), leaves(words.en)];
    expect(en.map(([name]) => name)).toEqual(zh.map(([name]) => name));
    expect([...zh, ...en].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("are English in English", () => {
    const chinese = leaves(words.en).filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(chinese.map(([name]) => name)).toEqual(["/otherLanguage"]);
  });
});
