import { expect, it } from "vitest";
import { openWithin } from "../../../lib/sources/markup/within.ts";
import type { Told } from "../../../lib/sources/markup/told.ts";

const parsed: string[] = [];
const read = (text: string): Told => {
  parsed.push(text);
  return { lines: [`read ${text.length}`] };
};

it("parses 8,000 characters of a message in all, and tells the rest as it came", () => {
  const within = openWithin();
  const [one, other] = [within(read), within(read)];
  const line = `${"x".repeat(99)}\n`;
  expect(one(line.repeat(50)).lines).toEqual(["read 5000"]);
  const told = other(`${line.repeat(30)}tail ${"y".repeat(40)}`);
  expect(told.lines).toEqual(["read 3000", `tail ${"y".repeat(40)}`]);
  expect(one("\nmore\nlines").lines).toEqual(["", "more", "lines"]);
  expect(parsed.join("").length).toBe(8_000);
});

it("cuts a line only where it is longer than what is left", () => {
  expect(openWithin()(read)("z".repeat(9_000)).lines).toEqual(["read 8000", "z".repeat(1_000)]);
});

it("tells no million lines", () => {
  const { lines } = openWithin()(read)("y\n".repeat(1_000_000));
  expect(lines.length).toBeLessThan(60_000);
  expect(lines.reduce((sum, line) => sum + line.length, 0)).toBeGreaterThan(1_800_000);
});
