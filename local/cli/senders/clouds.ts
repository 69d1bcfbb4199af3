import { field, said, type Sender } from "./sender.ts";

/** Alerts of clouds, and what signs by a standard. */
export const clouds = {
  sns: {
    menu: said(
      "SNS → 主题 → 创建订阅，协议选 HTTPS；主题的 ARN 写进路由的 topic",
      "SNS → Topics → Create subscription, protocol HTTPS; the topic's ARN goes into the route's topic",
    ),
    page: "senders/sns",
    url: said("终端节点", "Endpoint"),
  },
  cloudmonitor: {
    menu: said("云监控 → 报警服务 → 报警规则 → 报警回调", "CloudMonitor → Alerts → Alert Rules → Alert Callback"),
    page: "senders/cloudmonitor",
  },
  "standard-webhooks": {
    menu: said("发送方的 webhook 设置", "the sender's settings of webhooks"),
    page: "senders/standard-webhooks",
    enter: { hmac: [field("签名密钥（whsec_…，由发送方生成）", "signing secret (whsec_…, which the sender makes)")] },
  },
} as const satisfies Readonly<Record<string, Sender>>;
