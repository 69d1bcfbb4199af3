import type { Language } from "../../model/language.ts";
import type { SceneLimits } from "../../model/limits.ts";
import type { SceneName } from "../../model/scene.ts";

const words = {
  zh: {
    period: { month: "本月", day: "今天", minute: "这一分钟", second: "这一秒" },
    ask: { c2c: "给我发条消息", group: "@我 说句话", channel: "@我 说句话", dm: "给我发条消息" },
    note: (period: string, ask: string) => `⚠️ ${period}的主动消息用完了，之后的通知先存着，${ask}就能取。`,
  },
  en: {
    period: { month: "this month", day: "today", minute: "now", second: "now" },
    ask: { c2c: "send me a message", group: "@ me", channel: "@ me", dm: "send me a message" },
    note: (period: string, ask: string) =>
      `⚠️ This was the last message I may push ${period}. What comes next is kept: ${ask} to get it.`,
  },
} as const;

/** The warning in a period's last proactive message: the rest will wait, and how to fetch it. */
export function lastMessageNote(scene: SceneName, { proactive }: SceneLimits, language: Language): string {
  const { period, ask, note } = words[language];
  const every = proactive.find((rule) => rule.per === "target")?.every ?? "day";
  return note(period[every], ask[scene]);
}
