import type { Page } from "playwright-core";

/** The one host that a page of ours may ask. */
const own = "127.0.0.1";

/**
 * What goes wrong on a page from now on, a line each: errors on its console (a broken policy is one), what it threw, requests
 * that failed, and requests to any other host, `data:` and `blob:` aside.
 */
export function watchPage(page: Page): string[] {
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`thrown: ${error.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "";
    // A stream of events that ends with its page.
    if (reason !== "net::ERR_ABORTED") troubles.push(`failed: ${request.url()} ${reason}`);
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && hostname !== own) troubles.push(`asked: ${request.url()}`);
  });
  return troubles;
}
