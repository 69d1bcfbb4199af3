import { useEffect } from "preact/hooks";

export const themes = ["auto", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** Has the page shown in a theme; `auto` is the system's. */
export function useTheme(theme: Theme): void {
  useEffect(() => {
    if (theme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
}
