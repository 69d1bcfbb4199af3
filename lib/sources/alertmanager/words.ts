import type { Language } from "../../model/language.ts";

type Words = {
  readonly comma: string;
  readonly colon: string;
  readonly brackets: (text: string) => string;
  readonly firing: (name: string, firing: number, resolved: number) => string;
  readonly resolved: (name: string, resolved: number) => string;
  readonly isResolved: string;
  readonly since: (time: string) => string;
  readonly lasted: (time: string) => string;
  readonly left: (alerts: number) => string;
  /** What a digest counts, to follow any number from 3 on. */
  readonly tally: Readonly<Record<"firing" | "resolved", string>>;
  /** Severity labels that have a word of their own; others are shown as they are. */
  readonly severities: Readonly<Record<string, string>>;
};

/** What the relay says of alerts, in its own words. */
export const words = {
  zh: {
    comma: "、",
    colon: "：",
    brackets: (text) => `（${text}）`,
    firing: (name, firing, resolved) =>
      `${spaced(name)}触发${firing > 1 ? ` ${firing} 条` : ""}告警${resolved > 0 ? `，另有 ${resolved} 条已恢复` : ""}`,
    resolved: (name, resolved) => `${spaced(name)}${resolved > 1 ? `${resolved} 条告警` : ""}已恢复`,
    isResolved: "已恢复",
    since: (time) => `${time} 起`,
    lasted: (time) => `持续 ${time}`,
    left: (alerts) => `另有 ${alerts} 条告警未列出`,
    tally: { firing: "次告警", resolved: "次告警已恢复" },
    severities: { critical: "严重", error: "错误", warning: "警告", info: "提示" },
  },
  en: {
    comma: ", ",
    colon: ": ",
    brackets: (text) => ` (${text})`,
    firing: (name, firing, resolved) =>
      firing + resolved === 1
        ? `${name}: firing`
        : `${name}: ${firing} firing${resolved > 0 ? `, ${resolved} resolved` : ""}`,
    resolved: (name, resolved) => `${name}: ${resolved > 1 ? `${resolved} ` : ""}resolved`,
    isResolved: "resolved",
    since: (time) => `since ${time}`,
    lasted: (time) => `lasted ${time}`,
    left: (alerts) => `${alerts} more ${alerts === 1 ? "alert" : "alerts"} not listed`,
    tally: { firing: "alerts", resolved: "alerts resolved" },
    severities: {},
  },
} as const satisfies Record<Language, Words>;

/** Chinese sets a space after Latin letters and digits, and none after its own brackets. */
const spaced = (name: string): string => (/[\w%.-]$/.test(name) ? `${name} ` : name);
