import { expect, it } from "vitest";
import { viewedBy } from "../../../lib/sources/ntfy/actions.ts";

const [first, second] = ["https://a.example.com/?x=1,2", "https://b.example.com"];

it.each<[string, unknown, string | undefined]>([
  ["in short", "view, Open, https://b.example.com", second],
  ["by names", "action=view, url=https://b.example.com, label=Open", second],
  ["in quotes", `view, "Open, please; now", "${first}", clear=true`, first],
  ["in single quotes with a quote", String.raw`view, 'it\'s; up', url='https://b.example.com'`, second],
  ["after others", `http, Off, https://off.example.com, method=POST; broadcast, Shot; view, Open, ${second}`, second],
  ["in capitals", `VIEW, Open, ${second};`, second],
  [
    "in JSON",
    [
      { action: "http", url: first },
      { action: "view", label: "Open", url: second },
    ],
    second,
  ],
  ["in JSON of a header", JSON.stringify([{ action: "view", label: "Open", url: second }]), second],
  ["one that acts", `http, Off, ${second}`, undefined],
  ["one without an address", "view, Open", undefined],
  ["an address that is none", "view, Open, geo:0,0", undefined],
  ["a quote that never ends", 'view, "Open', undefined],
  ["JSON that never ends", '[{"action":"view"', undefined],
  ["nothing", "", undefined],
  ["no text", [null, 7, ["view"], { action: ["view"], url: { a: 1 } }], undefined],
])("the page of a button: %s", (_, value, link) => {
  expect(viewedBy(value)).toBe(link);
});

it.each(['"', "'", "view, ", "a=", "\\", '",'])("many of %j take no longer than others", (part) => {
  const start = performance.now();
  viewedBy(part.repeat(8_000));
  expect(performance.now() - start).toBeLessThan(200);
});
