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
  /** Severity labels that have a word of their own; others are shown as they are, and some say nothing. */
  readonly severities: Readonly<Record<string, string>>;
  readonly none: ReadonlySet<string>;
  /** What was measured, behind other words or alone. */
  readonly now: (values: string, isAlone: boolean) => string;
  /** What an alert had said before it ended. */
  readonly was: (text: string) => string;
  /** What is wrong where a rule's query has no answer. */
  readonly noData: string;
  readonly queryFailed: string;
  /** Before the address of what an alert leads to beside its notice's link. */
  readonly runbook: (link: string) => string;
};

const says = { nothing: new Set(["", "none"]) } as const;

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
    none: says.nothing,
    now: (values, isAlone) => `${isAlone ? "" : "，"}当前 ${values}`,
    was: (text) => `原告警“${text}”`,
    noData: "数据源没有返回数据",
    queryFailed: "数据源查询出错",
    runbook: (link) => `处理手册：${link}`,
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
    none: says.nothing,
    now: (values, isAlone) => `${isAlone ? "" : ", "}now ${values}`,
    was: (text) => `was “${text}”`,
    noData: "no data from the data source",
    queryFailed: "the data source’s query failed",
    runbook: (link) => `Runbook: ${link}`,
  },
} as const satisfies Record<Language, Words>;

/** Chinese sets a space after Latin letters and digits, and none after its own brackets. */
const spaced = (name: string): string => (/[\w%.-]$/.test(name) ? `${name} ` : name);
