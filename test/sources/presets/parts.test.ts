import { describe, expect, it } from "vitest";
import { money } from "../../../lib/sources/presets/money.ts";
import { firstLines } from "../../../lib/sources/presets/first-lines.ts";
import { readEvent, toldOf } from "../../../lib/sources/presets/read-event.ts";
import { readWiki } from "../../../lib/sources/presets/read-wiki.ts";
import { timeOf } from "../../../lib/sources/presets/time-of.ts";

const context = { language: "zh", at: new Date("2026-11-21T20:00:00Z"), timeZone: "UTC" } as const;
const told = { zh: "甲", en: "A" };

describe("an event's name", () => {
  const preset = { name: "x", label: "X", event: "{type}", variant: "{as}", events: {} };
  it.each([
    ["push", { event: "push" }],
    ["incident.triggered", { event: "incident", action: "triggered" }],
    ["charge.dispute.created", { event: "charge_dispute", action: "created" }],
    ["jira:issue_created", { event: "issue_created" }],
    ["deployment.check-rerequested", { event: "deployment", action: "check-rerequested" }],
    ["Slow response!", { event: "Slow_response_" }],
    [".", { event: "event" }],
    ["", undefined],
    [" ", undefined],
  ])("%j is %j", (type, name) => expect(readEvent({ preset, body: { type }, context })).toEqual(name));

  it.each([
    [{ event: "a", action: "b" }, { as: "c" }, "a.b/c"],
    [{ event: "a", action: "b" }, {}, "a.b"],
    [{ event: "a", action: "z" }, { as: "c" }, "a/c"],
    [{ event: "a" }, {}, "a"],
    [{ event: "constructor" }, {}, undefined],
  ] as const)("%j of %j is told as %s", (name, body, key) => {
    const names = ["a", "a/c", "a.b", "a.b/c"];
    const events = Object.fromEntries(names.map((each) => [each, { ...told, key: each }]));
    const found = toldOf(name, { preset: { ...preset, events }, body, context });
    expect(found === "silent" ? found : found.key).toBe(key);
  });
});

it.each([
  [1_250, "usd", "12.50 USD"],
  [1_000, "jpy", "1000 JPY"],
  [1_234, "kwd", "1.234 KWD"],
  [-5, "eur", "-0.05 EUR"],
  [0, "cny", "0.00 CNY"],
  ["1250", "usd", undefined],
  [Number.NaN, "usd", undefined],
  [1, undefined, undefined],
  [1, "<b>", undefined],
])("%j of %j is %j", (amount, currency, said) => expect(money(amount, currency)).toBe(said));

it.each([
  ["2026-11-21T19:00:00Z", "2026-11-21T19:00:00.000Z"],
  ["2026-11-22T03:00:00.4960899+08:00", "2026-11-21T19:00:00.496Z"],
  [1_795_287_600, "2026-11-21T19:00:00.000Z"],
  [1_795_287_600_000, "2026-11-21T19:00:00.000Z"],
  ["1795287600", "2026-11-21T19:00:00.000Z"],
  ["soon", undefined],
  [0, undefined],
  [1e300, undefined],
  [{}, undefined],
])("%j is the time %j", (value, time) => expect(timeOf(value)?.toISOString()).toBe(time));

describe("a longer text", () => {
  it("is read from Jira's marks", () => {
    const text =
      "h2. 步骤\n{code:java}x{code} [购物车|https://a.example.com] [~lilei] !a.png|thumbnail!\n* *粗* _斜_ a_b_c";
    expect(readWiki(text)).toEqual(["步骤", "x 购物车 @lilei ", "• 粗 斜 a_b_c"]);
  });

  it("is read as Markdown with HTML, or as it stands", () => {
    expect(firstLines("**a** <b>b</b>\n\n<script>x</script>c", undefined, "zh")).toEqual(["a b", "c"]);
    expect(firstLines("**a** <b>\n\n\nb", "plain", "zh")).toEqual(["**a** <b>", "b"]);
  });

  it("ends after three lines, and each where it is too long", () => {
    expect(firstLines("1\n2\n3\n4", "plain", "zh")).toEqual(["1", "2", "3…"]);
    expect(firstLines("长".repeat(500), "plain", "zh")).toEqual([`${"长".repeat(200)}…`]);
  });

  it.each(["[", "!", "*", "_", "{code:", "[~", "h1. "])("costs little though it is %j all over", (mark) => {
    const start = performance.now();
    readWiki(mark.repeat(8_000 / mark.length));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
