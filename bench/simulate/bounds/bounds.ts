import { sceneNames } from "../../../lib/model/scene.ts";
import type { Figures } from "../figures.ts";
import { shapeNames } from "../shapes.ts";
import type { Bound, Compared } from "./bound.ts";
import { countDifferences } from "./differences.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Scenes whose pushes QQ counts by the month under `published`, and by the day and minute since. */
const monthly = ["c2c", "group"] as const;

/** Shapes in which people speak: all is told sooner or later. */
const spoken = ["team", "storm", "chatty"] as const;

const late = ({ own }: Compared): number => own.critical.late;
const never = ({ own }: Compared): number => own.critical.never;
const medianDelay = ({ own }: Compared): number => own.medianDelay ?? 0;
const refused = ({ own }: Compared): number => own.refused.proactive + own.refused.reply;

/** Criticals that nobody learnt of within ten minutes. */
const missed = ({ critical }: Figures): number => critical.late + critical.never;

/** A month of QQ's may have so many in a run. */
const aMonth = (times: number, { result }: Compared): number => times * Math.ceil(result.days / 30);

/**
 * What the defaults have to reach, as the figures of `--all` are judged. That QQ takes what an exact preset allows, that
 * nothing is told twice and that every notice ends once is judged in every run, by the simulation itself.
 */
export const bounds: readonly Bound[] = [
  {
    en: 'by the month, criticals late: at most one more than under `proactive: "critical"`, the least there can be',
    zh: '按月计数，严重告警迟到：最多比 `proactive: "critical"`（能做到的最少）多 1 条',
    relay: "default",
    beside: "critical",
    scenes: monthly,
    kept: "published",
    shapes: spoken,
    unit: "count",
    figure: late,
    atMost: ({ beside }) => beside.critical.late + 1,
  },
  {
    en: "by the month, criticals never told: none",
    zh: "按月计数，严重告警未达：没有",
    relay: "default",
    scenes: monthly,
    kept: "published",
    shapes: spoken,
    unit: "count",
    figure: never,
    atMost: () => 0,
  },
  {
    en: 'channel, criticals late or never told beyond those under `proactive: "critical"`: at most 1 of 8, in that proportion',
    zh: '子频道，严重告警迟到或未达，比 `proactive: "critical"` 多出的：8 条里最多 1 条，按比例',
    relay: "default",
    beside: "critical",
    scenes: ["channel"],
    shapes: shapeNames,
    unit: "count",
    figure: ({ own, beside }) => missed(own) - missed(beside),
    atMost: ({ own }) => Math.ceil(own.critical.accepted / 8),
  },
  {
    en: "channel, median delay: at most 30 min",
    zh: "子频道，延迟中位数：最多 30 分钟",
    relay: "default",
    scenes: ["channel"],
    shapes: ["team", "chatty"],
    unit: "time",
    figure: medianDelay,
    atMost: () => 30 * minute,
  },
  {
    en: "channel in an alert storm or in silence, median delay: at most an hour",
    zh: "告警风暴里或无人说话的子频道，延迟中位数：最多一小时",
    relay: "default",
    scenes: ["channel"],
    shapes: ["storm", "silent"],
    unit: "time",
    figure: medianDelay,
    atMost: () => hour,
  },
  {
    en: 'DM, criticals late or never told beyond those under `proactive: "critical"`: at most 2 of 8, in that proportion',
    zh: '频道私信，严重告警迟到或未达，比 `proactive: "critical"` 多出的：8 条里最多 2 条，按比例',
    relay: "default",
    beside: "critical",
    scenes: ["dm"],
    shapes: shapeNames,
    unit: "count",
    figure: ({ own, beside }) => missed(own) - missed(beside),
    atMost: ({ own }) => Math.ceil(own.critical.accepted / 4),
  },
  {
    en: 'told: no less than under `proactive: "always"`',
    zh: '送达：不少于 `proactive: "always"`',
    relay: "default",
    beside: "always",
    scenes: sceneNames,
    kept: "published",
    shapes: shapeNames,
    unit: "count",
    figure: ({ own }) => own.told,
    atLeast: ({ beside }) => beside.told,
  },
  {
    en: "where QQ allows more than the relay knows yet, told: no less than under the defaults before",
    zh: "QQ 放宽了而中继还不知道时，送达：不少于过去的默认设置",
    relay: "default",
    beside: "before",
    scenes: monthly,
    kept: "2026",
    shapes: shapeNames,
    unit: "count",
    figure: ({ own }) => own.told,
    atLeast: ({ beside }) => beside.told,
  },
  {
    en: "there, criticals late or never told: no more than under the defaults before",
    zh: "同上，严重告警迟到或未达：不多于过去的默认设置",
    relay: "default",
    beside: "before",
    scenes: monthly,
    kept: "2026",
    shapes: shapeNames,
    unit: "count",
    figure: ({ own }) => missed(own),
    atMost: ({ beside }) => missed(beside),
  },
  {
    en: 'ample limits that QQ has shown, figures other than under `proactive: "always"`: none',
    zh: '宽裕且已由 QQ 证明的频次，与 `proactive: "always"` 不同的数字：没有',
    relay: "proven",
    beside: "always",
    scenes: monthly,
    kept: "2026",
    shapes: shapeNames,
    unit: "count",
    figure: ({ own, beside }) => countDifferences(own, beside),
    atMost: () => 0,
  },
  {
    en: "refused by QQ under the defaults: at most once a month",
    zh: "默认设置被 QQ 拒绝：每月最多一次",
    relay: "default",
    scenes: sceneNames,
    shapes: shapeNames,
    unit: "count",
    figure: refused,
    atMost: (compared) => aMonth(1, compared),
  },
  {
    en: "refused by QQ under the very preset that it keeps: never",
    zh: "按 QQ 实际执行的那套频次，被拒绝：从不",
    relay: "always",
    scenes: sceneNames,
    shapes: shapeNames,
    unit: "count",
    figure: refused,
    atMost: () => 0,
  },
  {
    en: 'nobody speaks, by the month, criticals not told in time: at most 2 more than under `proactive: "critical"`, half of the pushes',
    zh: '无人说话、按月计数，严重告警没有及时送达：最多比 `proactive: "critical"` 多 2 条，即推送的一半',
    relay: "default",
    beside: "critical",
    scenes: monthly,
    kept: "published",
    shapes: ["silent"],
    unit: "count",
    figure: ({ own }) => missed(own),
    atMost: ({ beside }) => missed(beside) + 2,
  },
  {
    en: "nobody speaks, by the month, pushes of the first half without a critical: at most 2 of 4",
    zh: "无人说话、按月计数，上半月不含严重告警的推送：4 条里最多 2 条",
    relay: "default",
    scenes: monthly,
    kept: "published",
    shapes: ["silent"],
    days: 28,
    unit: "count",
    figure: ({ own }) => own.spread.firstHalfPlain,
    atMost: () => 2,
  },
  {
    en: "nobody speaks, by the month, pushes of the second half: all that the first left, of 4",
    zh: "无人说话、按月计数，下半月的推送：4 条里上半月剩下的全部",
    relay: "default",
    scenes: monthly,
    kept: "published",
    shapes: ["silent"],
    days: 28,
    unit: "count",
    figure: ({ own }) => own.spread.secondHalf,
    atLeast: ({ own }) => 4 - own.spread.firstHalf,
  },
  {
    en: "nobody speaks, by the day, longest time without a message while something waits: at most 24 h",
    zh: "无人说话、按天计数，有通知在等时，最长的无消息时间：最多 24 小时",
    relay: "default",
    scenes: ["channel", "dm"],
    shapes: ["silent"],
    unit: "time",
    figure: ({ own }) => own.spread.longestSilence,
    atMost: () => 24 * hour,
  },
];
