import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { findChromium } from "./find-chromium.ts";
import { watchPage } from "./watch-page.ts";

const executablePath = findChromium(process.env);
if (executablePath === undefined)
  console.warn(
    "No Chromium was found: tests in a browser are skipped. Name one by CHROMIUM=/path, or put `chromium` on PATH.",
  );

/** Without these Chromium keeps asking outside hosts, or does not start in a container. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A test that is given a page of its own in Chromium; it fails when the page had any trouble, and is skipped without a browser. */
export const browserTest = test
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }) => {
    const browser = executablePath === undefined ? undefined : await chromium.launch({ executablePath, args });
    onCleanup(() => browser?.close());
    return browser;
  })
  .extend("context", async ({ browser, skip }, { onCleanup }) => {
    if (!browser) return skip("no Chromium");
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce",
    });
    onCleanup(() => context.close());
    return context;
  })
  .extend("watched", async ({ context }) => {
    const page = await context.newPage();
    return { page, troubles: watchPage(page) };
  })
  /** What went wrong on the page so far. A test that provokes something takes its lines out; whatever is left at the end fails it. */
  .extend("troubles", ({ watched }) => watched.troubles)
  .extend("page", ({ watched }, { onCleanup }) => {
    onCleanup(() => expect(watched.troubles).toEqual([]));
    return watched.page;
  });
