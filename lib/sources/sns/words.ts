import type { Language } from "../../model/language.ts";

type Words = {
  readonly comma: string;
  readonly colon: string;
  readonly brackets: (text: string) => string;
  readonly since: (time: string) => string;
  /** An alarm's title by its state, and what a digest counts, to follow any number from 3 on. */
  readonly alarm: Readonly<Record<"alarm" | "ok" | "insufficient-data", (name: string) => string>>;
  readonly otherState: (name: string, state: string) => string;
  readonly tally: Readonly<Record<"alarm" | "ok" | "insufficient-data", string>>;
  readonly measured: (metric: string, value: string, condition: string) => string;
  /** A metric without a value, and what CloudWatch takes that for. */
  readonly noData: Readonly<Record<"plain" | "breaching" | "notBreaching", string>>;
  readonly setOffBy: (names: string) => string;
  readonly budget: (name: string, kind: "ACTUAL" | "FORECASTED", amount: string, threshold: string) => string;
  readonly budgeted: (amount: string) => string;
  readonly account: (account: string) => string;
  /** What AWS Health tells of, by its category. */
  readonly health: Readonly<Record<string, string>>;
  readonly over: (title: string) => string;
  readonly affected: (things: string) => string;
  readonly message: (topic: string) => string;
  readonly ended: (topic: string) => string;
  readonly howToReturn: string;
};

/** What the relay says of AWS's messages, in its own words. */
export const words = {
  zh: {
    comma: "、",
    colon: "：",
    brackets: (text) => `（${text}）`,
    since: (time) => `${time} 起`,
    alarm: {
      alarm: (name) => `${spaced(name)}触发告警`,
      ok: (name) => `${spaced(name)}已恢复`,
      "insufficient-data": (name) => `${spaced(name)}数据不足`,
    },
    otherState: (name, state) => `${spaced(name)}变为 ${state}`,
    tally: { alarm: "次告警", ok: "次告警已恢复", "insufficient-data": "次数据不足" },
    measured: (metric, value, condition) =>
      `${metric === "" ? "指标" : spaced(metric)}为 ${value}，告警条件 ${condition}`,
    noData: { plain: "没有收到数据", breaching: "没有收到数据，视为越界", notBreaching: "没有收到数据，视为正常" },
    setOffBy: (names) => `触发它的告警：${names}`,
    budget: (name, kind, amount, threshold) =>
      `预算 ${spaced(name)}${kind === "ACTUAL" ? "实际" : "预计"} ${amount}，预警线 ${threshold}`,
    budgeted: (amount) => `预算额 ${amount}`,
    account: (account) => `账号 ${account}`,
    health: {
      issue: "服务故障",
      scheduledChange: "计划变更",
      accountNotification: "账户通知",
      investigation: "正在调查",
    },
    over: (title) => `${title}已结束`,
    affected: (things) => `涉及：${things}`,
    message: (topic) => `SNS 主题 ${topic} 的消息`,
    ended: (topic) => `SNS 主题 ${topic} 的订阅已取消`,
    howToReturn: "不会再收到这个主题的消息；若非有意，请在 SNS 控制台重新订阅",
  },
  en: {
    comma: ", ",
    colon: ": ",
    brackets: (text) => ` (${text})`,
    since: (time) => `since ${time}`,
    alarm: {
      alarm: (name) => `${name}: in alarm`,
      ok: (name) => `${name}: resolved`,
      "insufficient-data": (name) => `${name}: insufficient data`,
    },
    otherState: (name, state) => `${name}: ${state}`,
    tally: { alarm: "alarms", ok: "alarms resolved", "insufficient-data": "alarms without data" },
    measured: (metric, value, condition) => `${metric || "The metric"} is ${value}, alarm at ${condition}`,
    noData: {
      plain: "No data came",
      breaching: "No data came, which counts as breaching",
      notBreaching: "No data came, which counts as healthy",
    },
    setOffBy: (names) => `set off by ${names}`,
    budget: (name, kind, amount, threshold) =>
      `Budget ${name}: ${kind === "ACTUAL" ? "actual" : "forecast"} ${amount}, alert threshold ${threshold}`,
    budgeted: (amount) => `budgeted ${amount}`,
    account: (account) => `account ${account}`,
    health: {
      issue: "service issue",
      scheduledChange: "scheduled change",
      accountNotification: "account notification",
      investigation: "investigation",
    },
    over: (title) => `${title} is over`,
    affected: (things) => `affects ${things}`,
    message: (topic) => `Message of SNS topic ${topic}`,
    ended: (topic) => `SNS topic ${topic}: subscription ended`,
    howToReturn: "none of its messages will come any more; if nobody meant that, subscribe again in the SNS console",
  },
} as const satisfies Record<Language, Words>;

/** Chinese sets a space after Latin letters and digits. */
const spaced = (name: string): string => (/[\w%.-]$/.test(name) ? `${name} ` : name);
