import type { Language } from "../../model/language.ts";
import type { Alert } from "./alert.ts";

type ByState = Readonly<Record<Alert["state"], string>>;

type Words = {
  readonly colon: string;
  readonly comma: string;
  readonly title: (name: string, state: Alert["state"]) => string;
  readonly tally: ByState;
  readonly measured: (metric: string, value: string) => string;
  readonly condition: (expression: string) => string;
  readonly since: (time: string) => string;
  readonly lasted: (length: string) => string;
  readonly brackets: (text: string) => string;
  readonly event: string;
  readonly over: (title: string) => string;
};

const endings = {
  zh: { alert: "触发告警", ok: "已恢复", "insufficient-data": "数据不足" },
  en: { alert: "firing", ok: "resolved", "insufficient-data": "insufficient data" },
} as const satisfies Record<Language, ByState>;

/** Chinese sets a space after Latin letters and digits. */
const spaced = (name: string): string => (/[\w%.-]$/.test(name) ? `${name} ` : name);

/** What the relay says of CloudMonitor's callbacks, in its own words. */
export const words = {
  zh: {
    colon: "：",
    comma: "，",
    title: (name, state) => `${spaced(name)}${endings.zh[state]}`,
    tally: { alert: "次告警", ok: "次告警已恢复", "insufficient-data": "次数据不足" },
    measured: (metric, value) => `${spaced(metric)}为 ${value}`,
    condition: (expression) => `告警条件 ${expression}`,
    since: (time) => `${time} 起`,
    lasted: (length) => `持续 ${length}`,
    brackets: (text) => `（${text}）`,
    event: "云监控事件",
    over: (title) => `${spaced(title)}已结束`,
  },
  en: {
    colon: ": ",
    comma: ", ",
    title: (name, state) => `${name}: ${endings.en[state]}`,
    tally: { alert: "alerts", ok: "alerts resolved", "insufficient-data": "alerts without data" },
    measured: (metric, value) => `${metric} is ${value}`,
    condition: (expression) => `alert at ${expression}`,
    since: (time) => `since ${time}`,
    lasted: (length) => `lasted ${length}`,
    brackets: (text) => ` (${text})`,
    event: "CloudMonitor event",
    over: (title) => `${title} is over`,
  },
} as const satisfies Record<Language, Words>;
