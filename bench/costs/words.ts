import type { Cost } from "./cost.ts";
import type { Extra } from "./extras.ts";
import type { Kind } from "./kinds.ts";

/** The same text in the languages of the pages. */
export type Said = { readonly en: string; readonly zh: string };

export type Language = keyof Said;

export const lineNames = {
  lambda: { en: "Lambda", zh: "Lambda" },
  dynamodb: { en: "DynamoDB, reads and writes", zh: "DynamoDB 读写" },
  logs: { en: "logs", zh: "日志" },
  metrics: { en: "metrics of one scene", zh: "指标（一个场景）" },
  alarms: { en: "alarms, with `RELAY_ALARM_EMAIL`", zh: "报警（设了 `RELAY_ALARM_EMAIL` 时）" },
  storage: { en: "storage and backups", zh: "存储和备份" },
  transfer: { en: "traffic out", zh: "流出流量" },
  schedule: { en: "schedule", zh: "定时" },
} as const satisfies Record<keyof Cost, Said>;

export const kindNames = {
  alone: { en: "told at once, by a message of its own", zh: "立即单独发出一条消息" },
  burst: { en: "one of ten that come in one moment", zh: "同时来十条，其中一条" },
  github: {
    en: "a push of GitHub's where QQ allows few: waits {seconds} s for what belongs to it",
    zh: "GitHub 推送，主动消息很少时先等 {seconds} 秒，看有没有同一件事的其他事件",
  },
  kept: { en: "kept, then told in a digest or counted by it", zh: "先存着，之后在摘要里发出或计数" },
  refusedPush: { en: "pushed, refused by QQ for its limit, kept", zh: "主动发，被 QQ 以超额拒绝，存下" },
  beside: { en: "critical, told at once where 400 or more wait", zh: "严重通知，在攒着 400 条以上的会话里立即发出" },
  event: { en: "someone speaks, and nothing waits", zh: "有人说话，没有攒着的通知" },
  lifeSign: { en: "the gateway process says that it lives, twice a minute", zh: "网关进程报平安，每分钟两次" },
} as const satisfies Record<Kind, Said>;

export const extraNames = {
  gateway: { en: "gateway process", zh: "网关进程" },
  nat: { en: "`RELAY_STATIC_IP=1`", zh: "`RELAY_STATIC_IP=1`" },
  nano: { en: "`RELAY_STATIC_IP=ec2`", zh: "`RELAY_STATIC_IP=ec2`" },
} as const satisfies Record<Extra, Said>;

/** Words of the tables and of what stands around them. */
export const words = {
  idle: { en: "nothing comes", zh: "没人发" },
  quiet: { en: "quiet", zh: "顺畅" },
  backlog: { en: "backlog", zh: "积压" },
  together: { en: "**together**", zh: "**合计**" },
  past: { en: "less what every account has for nothing", zh: "减去每个账号的永久免费额度" },
  month: { en: "USD a month, us-east-1", zh: "每月美元，us-east-1" },
  million: { en: "USD a million, us-east-1", zh: "每百万条美元，us-east-1" },
  units: { en: "write / read units each", zh: "每条的写 / 读单位" },
  region: { en: "USD a month", zh: "每月美元" },
  about: { en: "about ", zh: "约 " },
} as const satisfies Record<string, Said>;
