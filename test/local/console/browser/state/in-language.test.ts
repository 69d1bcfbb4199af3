import { describe, expect, it } from "vitest";
import { heldReasons } from "../../../../../lib/model/held.ts";
import { inBoth } from "../../../../../lib/model/said.ts";
import { heldWords } from "../../../../../lib/render/words/held-words.ts";
import { inLanguage } from "../../../../../local/console/browser/state/in-language.ts";

describe("what the relay says in both languages", () => {
  it.for(heldReasons)("is told in one: why something waits (%s)", (reason) => {
    const [zh, en] = [heldWords.zh[reason]("明天 00:00"), heldWords.en[reason]("00:00")];
    expect([inLanguage(inBoth(en, zh), "zh"), inLanguage(inBoth(en, zh), "en")]).toEqual([zh, en]);
  });

  it.for([
    ["用过了 · used", "用过了", "used"],
    ["没有叫 x 的路由。\nThere is no route x.", "没有叫 x 的路由。", "There is no route x."],
    ["a · b · 甲 · 乙", "甲 · 乙", "a · b"],
    ["just English", "just English", "just English"],
    ["只有中文 · 两句", "只有中文 · 两句", "只有中文 · 两句"],
    ["", "", ""],
  ] as const)("%j", ([message, zh, en]) => {
    expect([inLanguage(message, "zh"), inLanguage(message, "en")]).toEqual([zh, en]);
  });
});
