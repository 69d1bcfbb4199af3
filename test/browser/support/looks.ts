import type { Page } from "playwright-core";

/** One way to look at a page. */
export type Look = { readonly theme: "light" | "dark"; readonly width: number };

/** Both themes, on a phone and on a desk. */
export const looks: readonly Look[] = [
  { theme: "light", width: 390 },
  { theme: "light", width: 1280 },
  { theme: "dark", width: 390 },
  { theme: "dark", width: 1280 },
];

/** Looks at a page so: as the system's own theme, in a window of that width (px). */
export async function look(page: Page, { theme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
}
