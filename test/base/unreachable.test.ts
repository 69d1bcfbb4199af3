import { expect, it } from "vitest";
import { unreachable } from "../../lib/base/unreachable.ts";

it.each<[unknown, string]>([
  [{ kind: "guild", guild: "4C8F0E2B7A9D43E1" }, "unreachable: guild"],
  [{ form: "letter", content: "words of somebody" }, "unreachable: letter"],
  [{ content: "words of somebody" }, "unreachable: undefined"],
  ["x".repeat(1_000), `unreachable: ${"x".repeat(40)}`],
])("%j is told by its kind alone", (value, message) =>
  expect(() => unreachable(value as never)).toThrow(new Error(message)),
);
