import { expect } from "vitest";
import { openPage } from "../../simulator/page/serve-page.ts";
import { expectAccessible } from "./support/axe.ts";
import { browserTest } from "./support/browser-test.ts";
import { bodies } from "./support/gallery-bodies.ts";
import { look, looks } from "./support/looks.ts";
import { servePage } from "./support/serve-page.ts";

const gallery = openPage({
  title: "Gallery",
  prefix: "/files/",
  root: new URL("../../", import.meta.url),
  folders: ["simulator/page/browser/chat/", "test/browser/support/gallery/"],
  entry: "test/browser/support/gallery/main.ts",
  styles: ["simulator/page/browser/chat/tokens.css", "simulator/page/browser/chat/chat.css"],
});

const galleryTest = browserTest.extend("open", async ({ page }, { onCleanup }) => {
  const { url, stop } = await servePage(gallery);
  onCleanup(stop);
  return async (shown: readonly object[], language: "zh" | "en" = "zh") => {
    await page.goto(url);
    await page.waitForFunction("globalThis.show !== undefined");
    await page.evaluate(`globalThis.show(${JSON.stringify({ bodies: shown, language })})`);
  };
});

galleryTest.for(looks)(
  "every kind of body is drawn, $theme at $width px, and all can read it",
  async (one, { page, open }) => {
    await look(page, one);
    await open(Object.values(bodies));
    const folder = process.env["GALLERY"];
    if (folder) await page.screenshot({ path: `${folder}/gallery-${one.theme}-${one.width}.png`, fullPage: true });
    expect(await page.locator(".chat-message").count()).toBe(Object.keys(bodies).length + 1);
    await expectAccessible(page);
  },
);

galleryTest("what a body holds becomes no markup, and only web pages are links", async ({ page, open }) => {
  await open(Object.values(bodies));
  expect(await page.locator("script:not([type]), [onerror], .chat-message b, .chat-message iframe").count()).toBe(0);
  const links = await page
    .locator(".chat-message a")
    .evaluateAll((all) =>
      all.map((link) => [link.getAttribute("href")?.split(":")[0], link.getAttribute("rel")].join(" ")),
    );
  expect(links.length).toBeGreaterThan(5);
  expect(new Set(links)).toEqual(new Set(["https noopener noreferrer"]));
  const pictures = await page
    .locator(".chat-message img")
    .evaluateAll((all) => all.map((one) => one.getAttribute("src")?.slice(0, 5)));
  expect(pictures).toEqual(["data:"]);
});

galleryTest("a button tells what it carries, and bears its other label from then on", async ({ page, open }) => {
  await open([bodies.markdown, bodies.commands]);
  await page.getByRole("button", { name: "更多" }).first().click();
  await page.getByRole("button", { name: "看过了" }).waitFor();
  await page.getByRole("button", { name: "静音" }).press("Enter");
  await page.locator(".chat-command").click();
  const pressed = (await page.evaluate("globalThis.pressed")) as { type: number; data: string; enter: boolean }[];
  expect(pressed.map(({ type, data, enter }) => [type, data, enter])).toEqual([
    [1, "held:42", false],
    [2, "/mute 1h", true],
    [2, "/更多", false],
  ]);
});

galleryTest("its own words are there in English too", async ({ page, open }) => {
  await open([bodies.refused, bodies.uploadedBefore], "en");
  expect(await page.locator(".chat-note").innerText()).toContain("refused");
  expect(await page.locator(".chat-absent").innerText()).toContain("uploaded file");
});
