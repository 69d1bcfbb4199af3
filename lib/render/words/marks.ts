import type { Level } from "../../model/level.ts";

/** Signs that differ in shape and not only in colour, and that show in a phone's preview. Everyday news needs none. */
export const marks = {
  info: "",
  success: "✅",
  warning: "⚠️",
  error: "❌",
  critical: "🚨",
} as const satisfies Record<Level, string>;

/** What stands before a title: its level's mark, unless its sender wrote the same one there. */
export const markBefore = (level: Level, title: string): string =>
  marks[level] === "" || title.startsWith(marks[level].replace("\uFE0F", "")) ? "" : `${marks[level]} `;
