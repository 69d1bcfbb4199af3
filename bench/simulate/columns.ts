import type { Figures } from "./figures.ts";
import type { Label } from "./labels.ts";
import { tellRatio, tellShare, tellSpan } from "./tell.ts";

/** A figure as tables show it. */
export type Column = Label & { readonly tell: (figures: Figures) => string };

const told: Column = { zh: "送达", en: "told", tell: ({ toldShare }) => tellShare(toldShare) };

const delay: Column = {
  zh: "延迟",
  en: "delay, median / p95",
  tell: ({ medianDelay, p95Delay }) => `${tellSpan(medianDelay)} / ${tellSpan(p95Delay)}`,
};

const refused: Column = {
  zh: "被拒",
  en: "refused",
  tell: (figures) => String(figures.refused.proactive + figures.refused.reply),
};

const critical: Column = {
  zh: "严重告警 迟到 / 未达",
  en: "critical late / never",
  tell: (figures) => `${figures.critical.late} / ${figures.critical.never} (${figures.critical.accepted})`,
};

/** Of one run. */
export const fullColumns: readonly Column[] = [
  told,
  {
    zh: "写出 / 合计 / 折叠",
    en: "worded / summed / folded",
    tell: ({ ends }) => `${ends.told} / ${ends.summed} / ${ends.folded}`,
  },
  { zh: "计数 / 等待", en: "counted / held", tell: ({ ends }) => `${ends.counted} / ${ends.held}` },
  delay,
  { zh: "消息数", en: "messages", tell: ({ messages }) => String(messages) },
  { zh: "每条通知", en: "per notice", tell: ({ messagesPerNotice }) => tellRatio(messagesPerNotice) },
  { zh: "夜间", en: "at night", tell: ({ atNight }) => String(atNight) },
  refused,
  critical,
];

/** Of the same run by several seeds, beside each other. */
export const briefColumns: readonly Column[] = [
  told,
  delay,
  { zh: "推送 + 回复", en: "pushes + replies", tell: ({ messages, pushes }) => `${pushes} + ${messages - pushes}` },
  refused,
  critical,
];
