import type { Level } from "../../model/level.ts";

const raised = {
  info: "warning",
  success: "success",
  warning: "error",
  error: "critical",
  critical: "critical",
} as const satisfies Record<Level, Level>;

/**
 * The level of a message that calls everybody of its chat (`<!channel>`, `@everyone`, `isAtAll`): a step higher, since nobody is
 * mentioned for it here. That something is well again hurries nobody.
 */
export const raiseLevel = (level: Level = "info"): Level => raised[level];
