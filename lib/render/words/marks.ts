import type { Level } from "../../model/level.ts";

/** Signs that differ in shape and not only in colour, and that show in a phone's preview. Everyday news needs none. */
export const marks = {
  info: "",
  success: "✅",
  warning: "⚠️",
  error: "❌",
  critical: "🚨",
} as const satisfies Record<Level, string>;
