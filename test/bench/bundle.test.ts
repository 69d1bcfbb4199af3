import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Bundle, bundle } from "../../bench/bundle.ts";
import { maxStartKb, startKb } from "../../bench/bundles.ts";
import { firstUses } from "../../bench/first-use.ts";
import { sources } from "../../lib/sources/index.ts";
import { presets } from "../../lib/sources/presets.ts";

/** The file that a source's format is loaded from. */
const formatOf = (name: string): string => {
  if (!Object.hasOwn(presets, name)) return `lib/sources/${name}/format.ts`;
  return `lib/sources/presets/${name.endsWith("arr") ? "arr" : name}.ts`;
};

const root = join(import.meta.dirname, "..", "..");

let folder: string;
let scene: Bundle;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bundle-"));
  scene = await bundle(root, "functions/group.ts", folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

it("a scene's function loads no more at its start than it should", () => {
  expect(scene.atStart).toContain(scene.entry);
  expect(startKb(scene)).toBeLessThanOrEqual(maxStartKb);
});

it("the formats of all sources, QQ's client and readers of markup wait until they are needed", () => {
  const formats = Object.keys(sources).map(formatOf);
  const markup = ["parser", "emoji-table"].map((name) => `lib/sources/markup/${name}.ts`);
  const waiting = [...formats, ...markup, "node_modules/undici/lib/dispatcher/pool.js"];
  expect([...scene.later.keys()]).toEqual(expect.arrayContaining(waiting));
  for (const name of waiting) expect(scene.atStart).not.toContain(scene.later.get(name)?.[0]);
});

it.each(Object.keys(sources))(
  "%s comes in few files, since each costs half a millisecond: what several share is named in kit.ts",
  (name) => {
    expect(scene.later.get(formatOf(name))?.length).toBeLessThanOrEqual(5);
  },
);

it("the first request of each source is read by what was bundled", async () => {
  const told = await firstUses(root, { times: 1, isCached: false, perSource: 1 });
  expect([...told.keys()]).toEqual(expect.arrayContaining(Object.keys(sources)));
  expect([...told].filter(([, { isTold }]) => !isTold)).toEqual([]);
  for (const { ms } of told.values()) expect(ms).toBeGreaterThan(0);
}, 60_000);
