import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const file = readFileSync(join(import.meta.dirname, "..", "..", "package.json"), "utf8");
const { scripts: all } = JSON.parse(file) as { readonly scripts: Readonly<Record<string, string>> };

const needing = Object.entries(all).filter(([, command]) => /\bnode (?!local\/require-node)|\bvitest\b/.test(command));

it.each(needing)("npm run %s says which Node it needs before it fails for its want", (name) => {
  expect(all[`pre${name}`]).toBe("node local/require-node.cjs");
});

it("knows what needs it", () => expect(needing.map(([name]) => name)).toContain("relay"));
