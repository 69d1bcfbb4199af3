import type { Level } from "../../model/level.ts";

/** Levels that senders write as numbers. The same number means something else in each. */
export const numbers = {
  /** ntfy's priorities: 1 min, 2 low, 3 default, 4 high, 5 urgent. */
  ntfy: { 1: "info", 2: "info", 3: "info", 4: "error", 5: "critical" },
  /** Gotify's 0 to 10, with Apprise's names for them: 5 normal, 8 high, 10 emergency. */
  gotify: {
    0: "info",
    1: "info",
    2: "info",
    3: "info",
    4: "info",
    5: "info",
    6: "warning",
    7: "warning",
    8: "error",
    9: "error",
    10: "critical",
  },
  /** Labels of alerts count from the worst: Nightingale's 1 is critical, 2 warning, 3 info. */
  label: { 0: "critical", 1: "critical", 2: "warning", 3: "info", 4: "info", 5: "info" },
} as const satisfies Record<string, Readonly<Record<string, Level>>>;
