import type { HeldReason } from "../../lib/model/held.ts";
import type { Said } from "../../lib/model/said.ts";

/** What a reason means, for an operator who asks why nothing came. */
export const heldWords = {
  quota: { zh: "主动消息额度用完", en: "pushes used up" },
  "shared-quota": { zh: "机器人或频道的共用额度用完", en: "pushes of the whole bot or guild used up" },
  mute: { zh: "静音", en: "muted" },
  quiet: { zh: "免打扰，或路由不主动推这一级", en: "quiet hours, or the route pushes nothing of its level" },
  "digest-time": { zh: "等每日摘要的时间", en: "waits for the daily digest" },
  denied: { zh: "QQ 不让主动发到这里", en: "QQ takes no pushes there" },
  gone: { zh: "会话不在了，或还没有配对", en: "the conversation is no more, or not paired yet" },
  retry: { zh: "等着重试", en: "waits to be tried again" },
  breaker: { zh: "QQ 故障，整个机器人都停着", en: "QQ is out of order for the whole bot" },
  audit: { zh: "QQ 审核中", en: "QQ looks at it first" },
  reserve: { zh: "剩下的额度留给严重通知", en: "what is left is kept for critical ones" },
  spread: { zh: "省着用额度", en: "pushes are spread to last" },
} as const satisfies Record<HeldReason, Said>;
