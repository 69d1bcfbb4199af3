import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../simulator/", import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

const forNode = (name: string): boolean => name === "zod" || name === "ws" || name.startsWith("node:");
const forBrowsers = ["preact", "preact/hooks", "htm/preact", "markdown-it/browser"];

test("the simulator judges the relay, so it takes nothing from it", () => {
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    const imports = [...readFileSync(new URL(file, root), "utf8").matchAll(/from "([^"]+)"/g)].map(
      ([, name = ""]) => name,
    );
    for (const name of imports) {
      const inside = name.startsWith(".") && new URL(name, new URL(file, root)).href.startsWith(root.href);
      const outside = file.startsWith("page/browser/") ? forBrowsers.includes(name) : forNode(name);
      expect(inside || outside, `${file} imports ${name}`).toBe(true);
    }
  }
});
