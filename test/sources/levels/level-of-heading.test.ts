import { describe, expect, it } from "vitest";
import { levelOfFonts } from "../../../lib/sources/levels/level-of-fonts.ts";
import { levelOfHeading } from "../../../lib/sources/levels/level-of-heading.ts";

describe("a heading's level", () => {
  it.each([
    ["[DOWN] 官网", "error"],
    ["[UP] 官网", "success"],
    ["[FIRING:2] [prod] disk", "error"],
    ["🔴【严重】数据库", "critical"],
    ["[prod][P2] disk", "error"],
    ["[critical][RESOLVED] disk", "success"],
    ["  [info] disk", "info"],
  ])("%s", (heading, level) => {
    expect(levelOfHeading(heading)).toBe(level);
  });

  it.each([
    undefined,
    "",
    "DOWN",
    "disk [DOWN]",
    "[]",
    "[error handling] a talk",
    "[DOWN",
    "[[DOWN]]",
    "[constructor]",
  ])("none of %s", (heading) => {
    expect(levelOfHeading(heading)).toBeUndefined();
  });

  it("is the route's own where it knows the word", () => {
    expect(levelOfHeading("[黄色] 台风", { 黄色: "warning" })).toBe("warning");
  });
});

describe("the level of a text's colours", () => {
  it.each([
    ['<font color="#FF0000">a</font>', "error"],
    ["<font color='green'>a</font>", "success"],
    ["<font color=orange>a</font> <font color='green'>b</font>", "warning"],
    ['<font face="x" color = "red">a</font>', "error"],
    ['<font color="comment">a</font>', undefined],
    ["\n <font color='red'>a</font>\nb", "error"],
    ["a\n<font color='red'>b</font>", undefined],
    ["color=red", undefined],
  ])("%s", (text, level) => {
    expect(levelOfFonts(text)).toBe(level);
  });

  it("is the vendor's own where it names colours", () => {
    expect(levelOfFonts('<font color="info">a</font>', { info: "success" })).toBe("success");
  });
});
