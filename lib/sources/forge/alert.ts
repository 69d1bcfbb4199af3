import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { lookUp } from "../look-up.ts";
import { tallyOf } from "./tally.ts";
import type { Telling } from "./telling.ts";

/** Where an alert stands after an event. */
export type Phase = "found" | "back" | "reopened" | "fixed" | "dismissed" | "changed";

export type Alert = {
  readonly noun: Readonly<Record<Language, string>>;
  /** What several are counted as. */
  readonly kind: "dependabot" | "code-scanning" | "secret-scanning" | "vulnerability";
  readonly phase: Phase;
  readonly action: string;
  readonly repo: string;
  readonly what: string;
  readonly severity: string | null | undefined;
  readonly who: string;
};

/** Severities of advisories, and the ones that code scanning rules use. */
const severities = {
  critical: { level: "critical", zh: "严重", en: "critical " },
  high: { level: "error", zh: "高危", en: "high-severity " },
  medium: { level: "warning", zh: "中危", en: "medium-severity " },
  moderate: { level: "warning", zh: "中危", en: "medium-severity " },
  low: { level: "info", zh: "低危", en: "low-severity " },
  error: { level: "error", zh: "", en: "" },
  warning: { level: "warning", zh: "", en: "" },
  note: { level: "info", zh: "", en: "" },
} as const satisfies Record<string, Severity>;

type Severity = { readonly level: Level } & Readonly<Record<Language, string>>;

const unrated: Severity = { level: "warning", zh: "", en: "" };

type Words = Readonly<Record<Phase, (alert: Alert, severity: string, noun: string) => string>>;

const words = {
  zh: {
    found: ({ repo }, severity, noun) => `${repo} 发现${severity}${noun}`,
    back: ({ repo }, severity, noun) => `${repo} 的${severity}${noun}再次出现`,
    reopened: ({ repo, who }, severity, noun) => `${who} 把 ${repo} 的${severity}${noun}重新列为未解决`,
    fixed: ({ repo }, _, noun) => `${repo} 的${noun}已解决`,
    dismissed: ({ repo, who }, _, noun) => `${who} 忽略了 ${repo} 的${noun}`,
    changed: ({ repo, action }, severity, noun) => `${repo} 的${severity}${noun}有变动${action && `（${action}）`}`,
  },
  en: {
    found: ({ repo }, severity, noun) => `${capital(`${severity}${noun}`)} in ${repo}`,
    back: ({ repo }, severity, noun) => `${capital(`${severity}${noun}`)} is back in ${repo}`,
    reopened: ({ repo, who }, severity, noun) => `${who} reopened a ${severity}${noun} in ${repo}`,
    fixed: ({ repo }, _, noun) => `${capital(noun)} resolved in ${repo}`,
    dismissed: ({ repo, who }, _, noun) => `${who} dismissed a ${noun} in ${repo}`,
    changed: ({ repo, action }, severity, noun) =>
      `${capital(`${severity}${noun}`)} in ${repo} changed${action && ` (${action})`}`,
  },
} as const satisfies Record<Language, Words>;

/** What follows from a phase: an open alert weighs as its severity, a closed one is over, a change in between is no news of it. */
const weights = {
  open: { tally: "", replaces: true },
  closed: { tally: "closed-", level: "success", replaces: true, resolved: true },
  changed: { tally: "changed-", level: "info" },
} as const;

const weightOf = {
  found: "open",
  back: "open",
  reopened: "open",
  fixed: "closed",
  dismissed: "closed",
  changed: "changed",
} as const satisfies Record<Phase, keyof typeof weights>;

/** One line on a security alert, and how it weighs in its phase. */
export function tellAlert(
  alert: Alert,
  language: Language,
): Pick<Telling, "level" | "title" | "replaces" | "resolved" | "tally"> {
  const severity = lookUp<Severity>(severities, alert.severity?.toLowerCase()) ?? unrated;
  const said = words[language][alert.phase](alert, severity[language], alert.noun[language]);
  const { tally, ...weight } = weights[weightOf[alert.phase]];
  return {
    level: severity.level,
    title: `${said}${language === "zh" ? "：" : ": "}${alert.what}`,
    ...weight,
    tally: tallyOf(`${tally}${alert.kind}`, alert.repo, language),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
