import type { Alert } from "./body.ts";
import { isInternal } from "./names.ts";

/** Annotations that say what is wrong, the one that tells most in few words first. */
export const texts = ["summary", "message", "description", "title", "摘要", "标题", "说明", "描述", "详情", "内容"];

/** Of these, the ones that may be long. */
export const long = ["description", "说明", "描述", "详情", "内容"];

/** Annotations that hold an address, by what it leads to. */
export const addresses = {
  dashboard: ["dashboard_url", "dashboard", "dashboardURL", "面板", "仪表盘"],
  runbook: ["runbook_url", "runbook", "runbookURL", "手册", "处理手册", "预案"],
  page: ["link", "url", "链接"],
} as const satisfies Record<string, readonly string[]>;

/** What the first of some annotations says that says anything, under any case. */
export function annotationOf({ annotations }: Alert, names: readonly string[]): string | undefined {
  const lower = new Map(Object.entries(annotations).map(([name, text]) => [name.toLowerCase(), text.trim()]));
  return names.map((name) => lower.get(name.toLowerCase())).find((text) => text);
}

const known: ReadonlySet<string> = new Set(
  [...Object.values(addresses).flat(), "labels"].map((name) => name.toLowerCase()),
);

/** Annotations that nobody told us of, as the sender names them; a list of the labels is none. */
export const otherAnnotations = ({ annotations }: Alert, told: readonly string[]): readonly string[] =>
  Object.entries(annotations).flatMap(([name, text]) =>
    text.trim() === "" || isInternal(name) || known.has(name.toLowerCase()) || told.includes(text.trim())
      ? []
      : [`${name}=${text.trim()}`],
  );
