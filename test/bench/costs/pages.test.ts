import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { pageNames, readPage, withCosts } from "../../../bench/costs/pages.ts";
import { prices } from "../../../bench/costs/prices.ts";
import { readUnits } from "../../../bench/costs/units-file.ts";

const units = readUnits();

it.each(pageNames)("%s tells the costs that follow from prices and units now: npm run costs -- --write", (page) => {
  const text = readPage(page);
  expect(withCosts(text, page, units)).toBe(text);
});

it.each(pageNames)("%s tells others where a notice takes one write unit more", (page) => {
  const { alone } = units.steps;
  const dearer = { ...units, steps: { ...units.steps, alone: { ...alone, writes: alone.writes + 1 } } };
  expect(withCosts(readPage(page), page, dearer)).not.toBe(readPage(page));
});

it.each(pageNames)("%s has no figure that is none", (page) =>
  expect(withCosts(readPage(page), page, units)).not.toMatch(/NaN|undefined|Infinity/),
);

it("the words of the pages are about as many as were measured", () => {
  expect([units.steps.digest.count, units.steps.sweepHeld.count, units.steps.burst.count]).toEqual([100, 400, 10]);
});

it("a page without marks is refused", () => {
  expect(() => withCosts("# In AWS\n", "docs/deploy.md", units)).toThrow("docs/deploy.md has no place for its costs");
});

it("the plan reckons the gateway process by the same prices", () => {
  const { fargateCpuHour, fargateGbHour, addressHour } = prices["us-east-1"];
  expect(readFileSync("infra/gateway.ts", "utf8")).toContain(
    `{ cpu: ${fargateCpuHour.usd}, memory: ${fargateGbHour.usd}, address: ${addressHour.usd} }`,
  );
});
