import type { Language } from "../../model/language.ts";
import type { Rule, SceneLimits } from "../../model/limits.ts";
import type { SceneName } from "../../model/scene.ts";

const words = {
  zh: {
    period: { month: "本月", day: "今天", minute: "这一分钟", second: "这一秒" },
    ask: { c2c: "给我发条消息", group: "@我 说句话", channel: "@我 说句话", dm: "给我发条消息" },
    note: (period: string, ask: string) => `⚠️ ${period}的主动消息用完了，之后的通知先存着，${ask}就能取。`,
    each: { month: "每月", day: "每天", minute: "每分钟", second: "每秒" },
    first: (each: string, max: number, ask: string) =>
      `💡 这里${each}只能主动发 ${max} 条：严重告警马上发，其余的先攒着，${ask}就能取。`,
  },
  en: {
    period: { month: "this month", day: "today", minute: "now", second: "now" },
    ask: { c2c: "send me a message", group: "@ me", channel: "@ me", dm: "send me a message" },
    note: (period: string, ask: string) =>
      `⚠️ This was the last message I may push ${period}. What comes next is kept: ${ask} to get it.`,
    each: { month: "a month", day: "a day", minute: "a minute", second: "a second" },
    first: (each: string, max: number, ask: string) =>
      `💡 I may push only ${max} here ${each}: critical notices come at once, the others are kept. Just ${ask} to get them.`,
  },
} as const;

/** In the first push of a conversation's life, where pushes are rare: why the rest does not come by itself, and how to fetch it. */
export function firstMessageNote(scene: SceneName, limits: SceneLimits, language: Language): string {
  const { each, ask, first } = words[language];
  const { every, max } = countedRule(limits);
  return first(each[every], max, ask[scene]);
}

/** The warning in a period's last proactive message: the rest will wait, and how to fetch it. */
export function lastMessageNote(scene: SceneName, limits: SceneLimits, language: Language): string {
  const { period, ask, note } = words[language];
  return note(period[countedRule(limits).every], ask[scene]);
}

const countedRule = ({ proactive }: SceneLimits): Pick<Rule, "every" | "max"> =>
  proactive.find((rule) => rule.per === "target") ?? { every: "day", max: 0 };
