import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { describe, expect, it } from "vitest";
import { languages } from "../../../lib/model/language.ts";
import { usage as gatewayUsage } from "../../../local/gateway/read-gateway-options.ts";
import { readStartOptions, usage as startUsage } from "../../../local/run/start-options.ts";
import { projectFiles, root } from "../../structure/project-files.ts";
import { fillPage, pages } from "./page.ts";
import { fieldsOf } from "./read-schema.ts";
import { routeWords } from "./route-words.ts";
import { rowsOf, tableOf, unworded } from "./rows.ts";
import { settingsWords } from "./settings-words.ts";
import { startWords } from "./start-words.ts";
import { routeFields, settingsFields, tables } from "./tables.ts";
import { ofSurroundings, variableWords } from "./variable-words.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

describe("docs/options", () => {
  it.each(languages)("is as the code has it now (npm run docs:options writes it): %s", (language) =>
    expect(fillPage(read(pages[language]), language)).toBe(read(pages[language])),
  );

  it("has words in both languages for every option", () => {
    expect(unworded(routeFields, routeWords)).toEqual([]);
    expect(unworded(settingsFields, settingsWords)).toEqual([]);
    const all = Object.values(tables).flat();
    expect(all.length).toBeGreaterThan(80);
    for (const { name, meaning, type } of all) {
      expect([name, meaning.zh]).toEqual([name, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([name, meaning.en]).toEqual([name, expect.stringMatching(/[a-z]{2}/)]);
      expect([name, type.en === "", meaning.en]).toEqual([name, type.zh === "", expect.not.stringMatching(/[。，]/)]);
    }
  });

  it("has every variable that code, Compose and the example of a .env name, and no other", () => {
    const told: readonly string[] = Object.values(variableWords).flatMap(Object.keys);
    const named = new Set(
      projectFiles
        .filter((file) =>
          /^(?:(?:lib|local|simulator|infra|functions)\/.*\.(?:ts|mjs)|sst\.config\.ts|compose\.yaml|\.env\.example)$/.test(
            file,
          ),
        )
        .flatMap((file) => variablesIn(read(file))),
    );
    expect([...named].filter((name) => !told.includes(name) && !ofSurroundings.has(name))).toEqual([]);
    const ofTools = ["GithubSecret", "AWS_REGION", "AWS_PROFILE", "SST_STAGE"];
    expect(told.filter((name) => !named.has(name) && !ofTools.includes(name))).toEqual([]);
  });

  it("has every option of the start and the gateway, and no other", () => {
    const optionsIn = (usage: string) => [...new Set(usage.match(/--[a-z-]+\b/g) ?? [])];
    expect(optionsIn(startUsage).concat("--help").toSorted()).toEqual(Object.keys(startWords.start).toSorted());
    expect(optionsIn(gatewayUsage).concat("--help").toSorted()).toEqual(Object.keys(startWords.gateway).toSorted());
    expect(readStartOptions(["--routes", "a", "--settings", "b", "--no-sample", "--help"], {})).toMatchObject({
      routes: "a",
      settings: "b",
      sample: false,
      help: true,
    });
  });
});

/** Names of variables in code: those with a beginning of ours, those of `env`, and those that Compose fills in. */
const variablesIn = (text: string): readonly string[] =>
  [
    ...text.matchAll(/\b((?:RELAY|QQ|SIM|ADMIN|DYNAMODB)_[A-Z0-9_]+)\b/g),
    ...text.matchAll(/\benv(?:\.|\[")([A-Z][A-Z0-9_]+)\b/g),
    ...text.matchAll(/\$\{([A-Z_]+):-/g),
    ...text.matchAll(/readPort\("([A-Z_]+)"/g),
  ].map(([, name = ""]) => name);

describe("a table of options", () => {
  const schema = z.strictObject({
    on: z.boolean().exactOptional(),
    kind: z.enum(["a", "b"]),
    ids: z.array(z.string()),
    by: z.strictObject({ zh: z.int().nullable(), en: z.int().nullable() }).exactOptional(),
    or: z.union([z.literal(true), z.strictObject({ id: z.string() })]),
    call: z.custom<() => void>(() => true),
  });
  const words = {
    on: { zh: "开", en: "on" },
    kind: { zh: "哪种", en: "which | kind", fallback: '"a"' },
    ids: { zh: "编号", en: "ids" },
    "by.*": { zh: "按语言", en: "by language" },
    or: { zh: "或", en: "or" },
    "or.id": { zh: "编号", en: "id" },
    call: { zh: "调用", en: "call", type: { zh: "函数", en: "function" } },
  };

  it("is read from the schema: names, types and what may be left out", () => {
    expect(unworded(fieldsOf(schema), words)).toEqual([]);
    expect(
      tableOf(rowsOf(fieldsOf(schema), words, { on: false }), "en")
        .split("\n")
        .slice(2),
    ).toEqual([
      "| `on` | `true` · `false` | `false` | on |",
      '| `kind` | `"a"` · `"b"` | `"a"` | which \\| kind |',
      "| `ids` | list of text | – | ids |",
      "| `by.(zh\\|en)` | number · `null` | – | by language |",
      "| `or` | `true` · object | – | or |",
      "| `or.id` | text | – | id |",
      "| `call` | function | – | call |",
    ]);
  });

  it("lacks nothing unseen", () => {
    const { on: _, call, ...others } = words;
    expect(
      unworded(fieldsOf(schema), { ...others, call: { ...call, type: undefined as never }, gone: words.ids }),
    ).toEqual(["on has no words", "gone has words and is no option", "call: words have to say its type"]);
  });

  it("knows every kind of schema that it reads", () =>
    expect(() => fieldsOf(z.strictObject({ when: z.date() }))).toThrow(
      "does not know what a schema of type date takes",
    ));

  it("has a place for each table, and none for another", () => {
    expect(() => fillPage("<!-- options: other -->\n<!-- end -->", "en")).toThrow("no table of options other");
    expect(() => fillPage("", "en")).toThrow("no place for the options route");
  });
});
