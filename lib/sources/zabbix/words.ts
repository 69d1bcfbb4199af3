import type { Language } from "../../model/language.ts";
import { nameBefore } from "../monitor/name-before.ts";

type Words = {
  readonly problem: (place: string, name: string) => string;
  readonly recovery: (place: string, name: string) => string;
  readonly update: (place: string, name: string) => string;
  readonly severity: (name: string) => string;
  readonly now: (values: string) => string;
  readonly lasted: (length: string) => string;
  readonly since: (length: string) => string;
  readonly did: (who: string, what: string) => string;
  /** What people do to a problem, by Zabbix' words for it. */
  readonly actions: Readonly<Record<string, string>>;
  readonly changed: (from: string, to: string) => string;
  readonly severities: Readonly<Record<string, string>>;
  readonly join: string;
  readonly someone: string;
  readonly test: string;
  /** What a digest counts, to follow any number from 3 on. */
  readonly tally: Readonly<Record<"problem" | "recovery" | "update", string>>;
};

const colon = { zh: "：", en: ": " } as const;

/** What the relay says of problems, in its own words. */
export const words = {
  zh: {
    problem: (place, name) => (place === "" ? `出现问题：${name}` : `${nameBefore(place)}出现问题：${name}`),
    recovery: (place, name) => (place === "" ? `已恢复：${name}` : `${nameBefore(place)}已恢复：${name}`),
    update: (place, name) => (place === "" ? `问题有更新：${name}` : `${nameBefore(place)}的问题有更新：${name}`),
    severity: (name) => `级别：${name}`,
    now: (values) => `当前：${values}`,
    lasted: (length) => `持续 ${length}`,
    since: (length) => `已持续 ${length}`,
    did: (who, what) => `${who}${colon.zh}${what}`,
    actions: {
      acknowledged: "确认",
      unacknowledged: "取消确认",
      commented: "留言",
      closed: "关闭",
      suppressed: "抑制",
      unsuppressed: "取消抑制",
    },
    changed: (from, to) => `级别从${from}改为${to}`,
    severities: {
      "Not classified": "未分类",
      Information: "信息",
      Warning: "警告",
      Average: "一般严重",
      High: "严重",
      Disaster: "灾难",
    },
    join: "、",
    someone: "有人",
    test: "Zabbix 的测试消息",
    tally: { problem: "个问题", recovery: "个问题已恢复", update: "次问题更新" },
  },
  en: {
    problem: (place, name) => (place === "" ? `Problem: ${name}` : `Problem on ${place}: ${name}`),
    recovery: (place, name) => (place === "" ? `Resolved: ${name}` : `Resolved on ${place}: ${name}`),
    update: (place, name) => (place === "" ? `Problem updated: ${name}` : `Problem updated on ${place}: ${name}`),
    severity: (name) => `Severity: ${name}`,
    now: (values) => `Now: ${values}`,
    lasted: (length) => `Lasted ${length}`,
    since: (length) => `Has lasted ${length}`,
    did: (who, what) => `${who} ${what}`,
    actions: {},
    changed: (from, to) => `changed severity from ${from} to ${to}`,
    severities: {},
    join: ", ",
    someone: "Someone",
    test: "Zabbix’s test message",
    tally: { problem: "problems", recovery: "problems resolved", update: "problem updates" },
  },
} as const satisfies Record<Language, Words>;
