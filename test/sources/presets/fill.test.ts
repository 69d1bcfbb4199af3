import { describe, expect, it } from "vitest";
import type { MapContext } from "../../../lib/model/source.ts";
import { fill, fillWords } from "../../../lib/sources/presets/fill.ts";
import type { Preset, Template } from "../../../lib/sources/presets/preset.ts";

const preset: Preset = {
  name: "bell",
  label: "Bell",
  event: "{type}",
  events: {},
  parts: { door: { zh: "{door}门", en: "the {door} door" } },
  words: { how: { forced: { zh: "撬开", en: "forced" }, 1: "one", true: "" } },
};

const body = {
  door: "后",
  how: "FORCED",
  one: 1,
  yes: true,
  empty: " ",
  gone: null,
  people: [{ name: "李雷" }, { name: "韩梅梅" }, { age: 3 }],
  tags: ["a", "b"],
  none: [],
  at: "2026-11-21T18:30:00Z",
  amount: 1250,
  currency: "usd",
  size: 4_509_715_660,
  seconds: 3_725,
  deep: { list: [{ id: 7 }], "a.b/c": "x" },
  hash: "main@sha1:3c4a1f0b8e2d5c6a7b8c9d0e1f2a3b4c5d6e7f80",
  page: "https://a.example.com/x/y.flv",
  resolved_at: "2026-11-21T19:00:00Z",
};

const context: MapContext = { language: "zh", at: new Date("2026-11-21T20:00:00Z"), timeZone: "Asia/Shanghai" };
const say = (template: Template, language: MapContext["language"] = "zh") =>
  fill(template, { preset, body, context: { ...context, language } });

describe("a template", () => {
  it.each<[Template, string | undefined]>([
    ["no places", "no places"],
    ["{door}开了", "后开了"],
    ["{@}：{deep.list[0].id}", "Bell：7"],
    ["{deep['a.b/c']}", "x"],
    ["{missing|gone|empty|door}", "后"],
    ["{missing}", undefined],
    ["{gone}!", undefined],
    [["{missing}", "{door}"], "后"],
    [[], undefined],
    ["{door}[（{missing}）]开了[ {yes}]", "后开了 true"],
    ["{$door}开了", "后门开了"],
    ["{$nothing}", undefined],
    ["{people.*.name}", "李雷、韩梅梅"],
    ["{tags} {tags.*}", "a、b a、b"],
    ["{none}", undefined],
    ["{people}", undefined],
    ["{how:how} {one:how}[ {door:how}]", "撬开 one"],
    ["{yes:how}.", "."],
    ["{constructor}", undefined],
    ["{door.length}", undefined],
  ])("%j says %j", (template, said) => expect(say(template)).toBe(said));

  it("is filled in its language", () => {
    expect(say("{$door}: {how:how}, {people.*.name}", "en")).toBe("the 后 door: forced, 李雷, 韩梅梅");
    expect(fillWords({ zh: "甲", en: "A" }, { preset, body, context })).toBe("甲");
    expect(fillWords("{door}", { preset, body, context })).toBe("后");
  });

  it.each<[string, string | undefined]>([
    ["{at:time}", "02:30"],
    ["{door:time}", undefined],
    ["{seconds:seconds}", "1 小时 2 分钟"],
    ["{at:span}", "30 分钟"],
    ["{size:bytes}", "4.51 GB"],
    ["{gone:bytes}", undefined],
    ["{amount:money}", "12.50 USD"],
    ["{one:two}", "01"],
    ["{people:count} {people:several}", "3 3"],
    ["{none:several}", undefined],
    ["one{none:single}", undefined],
    ["none{none:empty}", "none"],
    ["had{gone:had}", "had"],
    ["had{missing:had}", undefined],
    ["{page:tail} {page:bare}", "y.flv a.example.com/x/y.flv"],
    ["{page:unlinked}", undefined],
    ["{hash:short}", "main@sha1:3c4a1f0"],
    ["{page:url}", "https%3A%2F%2Fa.example.com%2Fx%2Fy.flv"],
    ["{door:nothing}", undefined],
  ])("%j in a way is %j", (template, said) => expect(say(template)).toBe(said));
});
