import { expect, it } from "vitest";
import { scripts } from "../../package.json" with { type: "json" };

const all: Readonly<Record<string, string>> = scripts;

const needing = Object.entries(all).filter(([, command]) => /\bnode (?!local\/require-node)|\bvitest\b/.test(command));

it.each(needing)("npm run %s says which Node it needs before it fails for its want", (name) => {
  expect(all[`pre${name}`]).toBe("node local/require-node.cjs");
});

it("knows what needs it", () => expect(needing.map(([name]) => name)).toContain("relay"));
