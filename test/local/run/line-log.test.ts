import { expect, it } from "vitest";
import { createLineLog } from "../../../local/run/line-log.ts";

const linesOf = (fields: Readonly<Record<string, unknown>>): readonly string[] => {
  const lines: string[] = [];
  createLineLog(
    (line) => lines.push(line),
    () => new Date(2026, 10, 21, 9, 5, 7),
  )("warn", "refused", fields);
  return lines;
};

it("is one line of an event, without what was not told", () =>
  expect(linesOf({ route: "ci", reason: undefined, notices: 2 })).toEqual([
    "09:05:07 warn refused route=ci notices=2",
  ]));

it.each([
  ["a line break", "push\n09:05:08 · accepted"],
  ["an order to the terminal", "push\u001B[2J\u009B2J"],
  ["text turned around", "push\u202E\u2066"],
  ["more lines of Unicode", "push\u2028\u2029\u0085"],
])("takes %s out of a foreign word", (_, event) => {
  const [line = "", ...more] = linesOf({ event });
  expect(more).toEqual([]);
  expect(line).toMatch(/^09:05:07 warn refused event=push /);
  expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
});

it("keeps a line short", () => expect(linesOf({ event: "x".repeat(100_000) }).join("").length).toBeLessThan(600));
