import type { Locator, Page } from "playwright-core";
import { browserTest } from "./browser-test.ts";
import { startConsoleRelay } from "./console-relay.ts";

/** The three panes of the console, by what people see of them. */
export type Console = {
  readonly page: Page;
  readonly deliveries: Locator;
  readonly conversation: Locator;
  readonly playground: Locator;
  /** The delivery of a title, newest first. */
  readonly row: (title: string) => Locator;
  /** Takes one of a few that stand side by side. */
  readonly choose: (pane: Locator, option: string) => Promise<void>;
  /** Pastes a body for a route and sends it. */
  readonly send: (route: string, body: string) => Promise<void>;
};

const consoleOf = (page: Page): Console => {
  const pane = (id: string) => page.locator(`#${id}`);
  const [deliveries, conversation, playground] = [pane("deliveries"), pane("conversation"), pane("playground")];
  const choose: Console["choose"] = (pane, option) => pane.locator("label.choice-option", { hasText: option }).click();
  return {
    page,
    deliveries,
    conversation,
    playground,
    row: (title) => deliveries.locator(".row", { hasText: title }),
    choose,
    send: async (route, body) => {
      await playground.getByLabel("发到").selectOption(`route:${route}`);
      await playground.getByLabel("请求正文").fill(body);
      await playground.getByRole("button", { name: "发出" }).click();
      await playground.locator(".push-answer p").waitFor();
    },
  };
};

/** A test with a relay of its own and its console open in a browser, on the relay's time. */
export const consoleTest = browserTest.extend("console", async ({ page }, { onCleanup }) => {
  const { stop, ...relay } = await startConsoleRelay();
  onCleanup(stop);
  page.setDefaultTimeout(10_000);
  await page.clock.install({ time: relay.now() });
  await page.goto(relay.relay.consoleUrl());
  await page.locator(".connection-live").waitFor();
  return { ...relay, ...consoleOf(page) };
});
