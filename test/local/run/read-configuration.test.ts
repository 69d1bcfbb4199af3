import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { defaultSettings } from "../../../lib/model/settings.ts";
import { readConfiguration } from "../../../local/run/read-configuration.ts";

const folder = mkdtempSync(join(tmpdir(), "configuration-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const good = `{ ci: { scene: "group", source: "github", secret: "S", to: ["A"] } }`;

describe("the user's files", () => {
  it("are the shipped ones unless others are named", async () => {
    const { routes, settings } = await readConfiguration({}, {});
    expect(Object.entries(routes).map(([name, { scene, source }]) => [name, scene, source])).toEqual([
      ["ci", "group", "github"],
      ["alerts", "channel", "alertmanager"],
      ["me", "c2c", "generic"],
      ["direct", "dm", "generic"],
    ]);
    expect(settings).toEqual(defaultSettings);
  });

  it.each(["routes.mjs", "routes.ts"])("may be %s anywhere on disk, with types or without", async (name) => {
    const type = name.endsWith(".ts") ? ": object" : "";
    const file = write(name, `export const routes${type} = ${good};`);
    expect(Object.keys((await readConfiguration({ routes: file }, {})).routes)).toEqual(["ci"]);
  });

  it("are named by an option, else by the environment, and a setting that is left out keeps its default", async () => {
    const one = write("one.mjs", `export const settings = { language: "en" };`);
    const two = write("two.mjs", `export const settings = { limits: "2026" };`);
    const env = { RELAY_SETTINGS: one };
    expect((await readConfiguration({}, env)).settings).toEqual({ ...defaultSettings, language: "en" });
    const { settings } = await readConfiguration({ settings: two }, env);
    expect(settings).toEqual({ ...defaultSettings, limits: "2026" });
  });

  it("are also found from where npm was called", async () => {
    write("from-npm.mjs", `export const routes = ${good};`);
    const { routes } = await readConfiguration({ routes: "from-npm.mjs" }, { INIT_CWD: folder });
    expect(Object.keys(routes)).toEqual(["ci"]);
  });

  it.each([
    {
      name: "every fault at once",
      text: `export const routes = { a: { scene: "room", source: "github", secret: "S", to: ["A"] }, b: { scene: "dm", source: "gitlub", open: true, to: ["A"] } }`,
      told: /faults\.mjs.*\n.*路由 "a".*scene.*\n.*route "a".*scene.*\n.*"b".*source.*github.*\n.*"b".*github/,
    },
    {
      name: "an export of another name",
      text: "export const rotues = {};",
      told: /does not export routes\. Write: export/,
    },
    {
      name: "what does not parse",
      text: "export const routes = {",
      told: /faults\.mjs cannot be loaded: \S/,
    },
    {
      name: "what throws",
      text: "export const routes = nothing();",
      told: /faults\.mjs:1 cannot be loaded: nothing is not defined/,
    },
  ])("are refused for $name", async ({ name, text, told }) => {
    const file = write(`${name.replaceAll(" ", "-")}-faults.mjs`, text);
    await expect(readConfiguration({ routes: file }, {})).rejects.toThrow(told);
  });

  it("are refused where warnings would go by a route that there is not", async () => {
    const routes = write("warned.mjs", `export const routes = ${good};`);
    const settings = write("warns.mjs", `export const settings = { warnTo: "me" };`);
    const told = /warns\.mjs.*\n.*设置：warnTo 没有叫 "me" 的路由；有 ci.*\n.*warnTo "me" is no route; there are ci/;
    await expect(readConfiguration({ routes, settings }, {})).rejects.toThrow(told);
    const right = write("right.mjs", `export const settings = { warnTo: "ci" };`);
    expect((await readConfiguration({ routes, settings: right }, {})).settings).toMatchObject({ warnTo: "ci" });
  });

  it("are refused when they are not there", async () => {
    const told = /no routes file \/nowhere\/routes\.ts\. Check --routes or RELAY_ROUTES/;
    await expect(readConfiguration({ routes: "/nowhere/routes.ts" }, {})).rejects.toThrow(told);
  });

  it("are refused for a reserve that the limits of the settings cannot keep", async () => {
    const policy = "policy: { reserve: 5 }";
    const routes = write("reserve.mjs", `export const routes = { ci: { ...${good}.ci, ${policy} } };`);
    await expect(readConfiguration({ routes }, {})).rejects.toThrow(/policy\.reserve is 5.*only 4 pushes a month/);
    const settings = write("roomy.mjs", `export const settings = { limits: "2026" };`);
    expect((await readConfiguration({ routes, settings }, {})).settings.limits).toBe("2026");
  });

  it("are refused for a wrong setting", async () => {
    const file = write("wrong-settings.mjs", `export const settings = { language: "fr" };`);
    await expect(readConfiguration({ settings: file }, {})).rejects.toThrow(
      /wrong-settings\.mjs.*\n.*设置：language.*zh.*\n.*settings: language.*zh/,
    );
  });
});
