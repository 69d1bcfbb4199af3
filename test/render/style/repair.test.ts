import { describe, expect, test } from "vitest";
import type { Repair } from "../../../lib/model/outcome.ts";
import { v2Codes } from "../../../lib/qq/codes/v2.ts";
import { guildCodes } from "../../../lib/qq/codes/guild.ts";
import { applyDowngrades, remember } from "../../../lib/render/style/downgrades.ts";
import { firstAppearance, type Appearance, repair } from "../../../lib/render/style/repair.ts";
import type { Style } from "../../../lib/render/style/style.ts";
import { noon } from "../../support/build.ts";
import { styleOf } from "../../support/styles.ts";

const appearance = (style: Partial<Style> = {}, image?: string): Appearance =>
  firstAppearance(styleOf(style.form ?? "text", style), image);

const customArk = { kind: "ark", template: 1001, kv: () => [] } as const;
const customMarkdown = { kind: "markdown", id: "t", params: () => ({}) } as const;
const redirect = "https://r.example.cn/{url}";
const domains = ["example.cn"];

/** What a look's style became where it changed, step by step, until a repair changes nothing any more. */
function ladder(first: Appearance, repairs: readonly Repair[]): readonly Partial<Style>[] {
  const steps: Partial<Style>[] = [];
  for (let now: Appearance | undefined = first; now && steps.length < 10;) {
    const next = repair(now, repairs);
    if (!next) break;
    const [before, after] = [now.style, next.style];
    const changed = Object.entries(after).filter(([key, value]) => before[key as keyof Style] !== value);
    steps.push(Object.fromEntries(changed));
    now = next;
  }
  return steps;
}

describe("what a refusal makes of a look, as often as it comes", () => {
  const markdown = { form: "markdown" };
  const text = { form: "text" };
  test.each<[string, Partial<Style>, readonly Repair[], readonly object[]]>([
    ["ark", { form: "ark" }, ["markdown", "text"], [markdown, text]],
    [
      "a route's own ark",
      { form: "ark", custom: customArk },
      ["markdown", "text"],
      [{ ...markdown, custom: undefined }, text],
    ],
    ["embed", { form: "embed" }, ["markdown", "text"], [markdown, text]],
    ["a template", { form: "markdown", custom: customMarkdown }, ["markdown", "text"], [{ custom: undefined }, text]],
    ["free Markdown", { form: "markdown" }, ["markdown", "text"], [text]],
    ["text", {}, ["markdown", "text"], []],
    ["a template, at once", { form: "markdown", custom: customMarkdown }, ["text"], [{ ...text, custom: undefined }]],
    ["links", { links: "keep" }, ["links"], [{ links: "defang" }, { links: "strip" }]],
    [
      "links, with a redirect",
      { links: "keep", redirect, domains },
      ["links"],
      [{ links: "redirect" }, { links: "defang" }, { links: "strip" }, { domains: [] }],
    ],
    ["links that are stripped", { links: "strip" }, ["links"], []],
    ["buttons", { form: "markdown", buttons: true }, ["keyboard"], [{ buttons: undefined }]],
    ["no buttons", { form: "markdown" }, ["keyboard"], []],
    ["mentions", { mentions: ["1"] }, ["everyone"], [{ mentions: [] }]],
    ["no mentions", {}, ["everyone"], []],
    [
      "a length",
      { limit: { characters: 1300, bytes: 3500 } },
      ["shorten"],
      [{ limit: { characters: 650, bytes: 1750 } }, { limit: { characters: 325, bytes: 875 } }],
    ],
    ["a picture that there is none of", {}, ["media"], []],
  ])("%s", (_, style, repairs, steps) => {
    expect(ladder(appearance(style), repairs)).toEqual(steps);
  });

  test("the filler is flipped once, then the next repair has its turn", () => {
    const flipped = repair(appearance({ form: "markdown" }), ["filler", "text"]);
    expect(flipped).toMatchObject({ filler: true, style: { form: "markdown" }, repairs: ["filler"] });
    const text = flipped && repair(flipped, ["filler", "text"]);
    expect(text).toMatchObject({ filler: true, style: { form: "text" }, repairs: ["filler", "text"] });
  });

  test("a picture goes once, and its place is told; the words beside it never go", () => {
    for (const name of ["media", "filler"] as const) {
      const without = repair(appearance({}, "https://a.example/x.png"), [name]);
      expect(without).toMatchObject({ media: "none", filler: false, style: { picture: "lost" }, repairs: ["media"] });
      expect(without && repair(without, ["media"])).toBeUndefined();
    }
  });

  test("every code that asks for a form below asks for free Markdown before text, where there may be any", () => {
    const asks = [...Object.values(v2Codes), ...Object.values(guildCodes)].flatMap((meaning) =>
      "repair" in meaning ? [meaning.repair as readonly Repair[]] : [],
    );
    for (const repairs of asks.filter((each) => each.includes("markdown")))
      expect(repairs.slice(-2)).toEqual(["markdown", "text"]);
  });
});

const day = 24 * 3_600_000;

const all = Object.fromEntries(
  (["markdown", "text", "links", "keyboard", "filler", "shorten", "everyone", "media"] as const).map((repair) => [
    repair,
    noon + 1,
  ]),
);

describe("downgrades", () => {
  test("hold for a day, each for itself", () => {
    const old = { links: noon - 1, text: noon + 5 };
    expect(remember(old, ["links", "links", "keyboard"], noon)).toEqual({
      text: noon + 5,
      links: noon + day,
      keyboard: noon + day,
    });
  });

  test("are not taken from a picture, nor from a message that went out as it was", () => {
    expect(remember({}, ["media"], noon)).toBeUndefined();
    expect(remember({ text: noon }, [], noon)).toBeUndefined();
  });

  test("the next message begins where the last one ended", () => {
    const ark = appearance({ form: "ark" });
    const repaired = repair(repair(ark, ["markdown", "text"]) ?? ark, ["text"]) ?? ark;
    const downgrades = remember({}, repaired.repairs, noon) ?? {};
    const next = applyDowngrades(ark, downgrades, noon + day - 1);
    expect(next).toEqual({ ...repaired, repairs: [] });
    expect(applyDowngrades(ark, downgrades, noon + day)).toEqual(ark);
  });

  test("what a message began with is not learnt again, so that it is tried anew", () => {
    const next = applyDowngrades(appearance({ form: "ark" }), { markdown: noon + 1 }, noon);
    expect(remember({}, next.repairs, noon)).toBeUndefined();
  });

  test.each<[string, Partial<Style>, Partial<Style>]>([
    ["free Markdown", { form: "markdown", buttons: true }, { form: "text" }],
    ["an ark", { form: "ark" }, { form: "text" }],
    ["mentions and links", { mentions: ["1"] }, { mentions: [], links: "defang" }],
  ])("all of them, to %s", (_, style, begun) => {
    expect(applyDowngrades(appearance(style), all, noon)).toMatchObject({ filler: true, style: begun });
  });

  test.each<[string, Partial<Style>]>([
    ["an ark", { form: "ark" }],
    ["an embed", { form: "embed" }],
    ["a template", { form: "markdown", custom: customMarkdown }],
  ])("that free Markdown was refused says nothing of %s", (_, style) => {
    expect(applyDowngrades(appearance(style), { text: noon + 1 }, noon).style).toEqual(appearance(style).style);
  });

  test.each(["redirect", "defang", "strip"] as const)("that links were refused says nothing of %s", (links) => {
    const first = appearance({ links, redirect, domains });
    expect(applyDowngrades(first, { links: noon + 1 }, noon)).toEqual(first);
  });

  test("a form that was refused down to text teaches both steps", () => {
    const ark = appearance({ form: "ark" });
    const repaired = repair(ark, ["text"]) ?? ark;
    const next = applyDowngrades(ark, remember({}, repaired.repairs, noon) ?? {}, noon);
    expect(next.style.form).toBe("text");
  });

  test("a filler that was flipped is flipped back when it is refused in its turn", () => {
    const next = applyDowngrades(appearance({ form: "ark" }), { filler: noon + 1 }, noon);
    expect(next.filler).toBe(true);
    expect(repair(next, ["filler"])).toMatchObject({ filler: false });
  });

  test("a picture still goes beside its words", () => {
    expect(applyDowngrades(appearance({}, "https://a.example/x.png"), all, noon).media).toBe("wanted");
  });
});
