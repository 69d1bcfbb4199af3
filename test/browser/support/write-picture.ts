import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { repackPng } from "./repack-png.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "docs", "pictures");

/** Bytes that a picture of the documents may have. */
const most = 250_000;

/** What the window shows, as a picture for the documents: `docs/pictures/<name>.png`, written where `WRITE_PICTURES=1` says so. */
export async function writePicture(page: Page, name: string): Promise<void> {
  const picture = repackPng(await page.screenshot({ animations: "disabled", caret: "hide" }));
  expect(picture.length).toBeLessThan(most);
  if (process.env["WRITE_PICTURES"] === "1") await writeFile(join(folder, `${name}.png`), picture);
}
