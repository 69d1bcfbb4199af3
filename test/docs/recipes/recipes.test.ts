import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkRoutes } from "../../../lib/config/check-routes.ts";
import { languages } from "../../../lib/model/language.ts";
import { sources } from "../../../lib/sources/index.ts";
import { setUpsOf } from "../../../local/cli/senders/set-up.ts";
import { projectFiles, root } from "../../structure/project-files.ts";
import { partsOf } from "../markdown.ts";
import { fillPage, pages, recipesOf } from "./page.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

describe.each(languages)("docs/recipes in %s", (language) => {
  const text = read(pages[language]);
  const recipes = recipesOf(text);

  it("has ten senders, each with a route of its own", () => {
    expect(recipes).toHaveLength(10);
    expect(new Set(recipes.map(({ name }) => name)).size).toBe(10);
  });

  it("shows what a preview of data in the project shows (npm run docs:recipes writes it)", async () => {
    const filled = await fillPage(text, language);
    expect(filled).toBe(text);
    expect(text.match(/<!-- box: \S+ -->\n\n```\n╭/g)).toHaveLength(10);
  });

  it("has routes that the start takes", () => {
    const routes = Object.fromEntries(recipes.map(({ name, route }) => [name, route]));
    expect(checkRoutes(routes, { sources })).toEqual({ routes: expect.anything() });
  });

  it.each(recipes)("gives the address that the relay prints: $title", ({ name, route, blocks }) => {
    const [setUp] = setUpsOf({ [name]: route }, "https://relay.example.com");
    const told = [
      ...partsOf(sectionOf(text, name)).flatMap((part) => (part.kind === "inline" ? [part.text] : [])),
      ...blocks.map((block) => block.text),
    ];
    expect(setUp?.ways[0]?.call.url).toContain(`/${route.scene}/${name}`);
    expect(told.some((each) => each.includes(`/${route.scene}/${name}`))).toBe(true);
  });

  it("leads on to pages that are there", () => {
    const links = partsOf(text).flatMap((part) =>
      part.kind === "link" && !/^[a-z]+:/.test(part.target) ? [part.target] : [],
    );
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !projectFiles.includes(join("docs", link.replace(/#.*/, ""))))).toEqual([]);
  });
});

const sectionOf = (text: string, name: string): string =>
  text.split(/^(?=## )/m).find((section) => section.includes(`\n${name}: {`)) ?? "";

it("a box that is stale is found", async () => {
  const page =
    '## A\n\n```ts\nme: { scene: "c2c", source: "generic", open: true, to: ["A"] },\n```\n\n```sh\ncurl -d \'{"title":"Hello"}\' http://a/c2c/me\n```\n\n<!-- box: curl -->\n\n```\nold\n```\n\n<!-- end -->\n';
  const filled = await fillPage(page, "en");
  expect(filled).toContain("│ Hello\n");
  expect(filled).not.toContain("old");
});
