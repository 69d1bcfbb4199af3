import { expect } from "vitest";
import type { Language } from "../../lib/model/language.ts";
import { browserTest } from "./support/browser-test.ts";
import { group, startConsoleRelay } from "./support/console-relay.ts";
import { liveAday, livelyRoutes } from "./support/lively.ts";
import { watchPage } from "./support/watch-page.ts";
import { writePicture } from "./support/write-picture.ts";

const words = {
  zh: { locale: "zh-CN", conversation: "会话", sample: "示例", pushed: "推送三个提交", suffix: "" },
  en: {
    locale: "en-GB",
    conversation: "Conversation",
    sample: "Sample",
    pushed: "a push of three commits",
    suffix: ".en",
  },
} as const;

/** What the documents show of the console. WRITE_PICTURES=1 writes them anew. */
browserTest.for(["zh", "en"] satisfies Language[])(
  "pictures of an ordinary day (%s)",
  async (language, { browser, skip, onTestFinished }) => {
    if (!browser) return skip("no Chromium");
    const { locale, conversation, sample, pushed, suffix } = words[language];
    const { stop, ...relay } = await startConsoleRelay(livelyRoutes, { language });
    onTestFinished(stop);
    await liveAday(relay, language);
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale,
      timezoneId: "Asia/Shanghai",
      reducedMotion: "reduce",
    });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const troubles = watchPage(page);
    await page.clock.setFixedTime(relay.now());
    await page.goto(relay.relay.consoleUrl());
    await page.locator("#conversation").getByLabel(conversation, { exact: true }).selectOption(`group:${group}`);
    await page.locator("#conversation .ghost").first().waitFor();
    await page.locator("#playground").getByLabel(sample).selectOption({ label: pushed });
    await page.locator(".preview-chat .chat-keyboard").waitFor();
    await page.locator(".left").first().waitFor();
    await writePicture(page, `console${suffix}`);
    await page.emulateMedia({ colorScheme: "dark" });
    await writePicture(page, `console${suffix}-dark`);
    if (language === "zh") {
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 390, height: 800 });
      await writePicture(page, "console-phone");
    }
    expect(troubles).toEqual([]);
    return undefined;
  },
);
