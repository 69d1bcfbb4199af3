import type { Notice } from "../../model/notice.ts";
import { spanOf } from "./span.ts";
import type { Style } from "../style/style.ts";
import { words } from "./words.ts";

/** `📬 12 notices in 14 hours: 2 critical, 3 warnings` */
export function headerOf(notices: readonly Notice[], { language }: Style): string {
  const levels = (["critical", "error", "warning"] as const)
    .map((level) => ({ level, count: notices.filter((notice) => notice.level === level).length }))
    .filter(({ count }) => count > 0);
  return words[language].header(notices.length, spanOf(notices), levels);
}
