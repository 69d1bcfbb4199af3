import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { lookUp } from "../look-up.ts";
import { joinChinese } from "./join-chinese.ts";

/** How a run came to its end: its level, and what is said of it. */
export type Ending = { readonly level: Level } & Readonly<Record<Language, string>>;

const endings = {
  success: { level: "success", zh: "通过了", en: "passed" },
  failure: { level: "error", zh: "失败了", en: "failed" },
  error: { level: "error", zh: "出错了", en: "hit an error" },
  timed_out: { level: "error", zh: "超时了", en: "timed out" },
  startup_failure: { level: "error", zh: "没能启动", en: "failed to start" },
  action_required: { level: "warning", zh: "在等人处理", en: "needs attention" },
  cancelled: { level: "info", zh: "被取消了", en: "was cancelled" },
} as const satisfies Record<string, Ending>;

const finished: Ending = { level: "info", zh: "结束了", en: "finished" };

/** The ending of a conclusion in GitHub's words, which other forges' are translated into. */
export const endingOf = (conclusion: string | null | undefined): Ending =>
  lookUp<Ending>(endings, conclusion) ?? finished;

/** `CI failed on octo/app:main` */
export const tellEnding = (
  { name, where, ending }: { readonly name: string; readonly where: string; readonly ending: Ending },
  language: Language,
): string => (language === "zh" ? joinChinese(where, "的", name, ending.zh) : `${name} ${ending.en} on ${where}`);
