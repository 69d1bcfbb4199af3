import { field, said, type Sender } from "./sender.ts";

/** Senders of webhooks: the fields for what proves them, by their names in the sender's pages. */
export const webhooks = {
  github: {
    menu: said(
      "仓库或组织的 Settings → Webhooks → Add webhook；Content type 选 application/json",
      "Settings → Webhooks → Add webhook of a repository or organization; content type application/json",
    ),
    page: "senders/github",
    url: said("Payload URL"),
    enter: { hmac: [field("Secret")] },
  },
  gitlab: {
    menu: said("设置 → Webhooks → 添加新的 webhook", "Settings → Webhooks → Add new webhook"),
    page: "senders/gitlab",
    url: said("URL"),
    enter: { hmac: [field("签名令牌", "Signing token")], header: [field("Secret 令牌", "Secret token")] },
  },
  alertmanager: {
    menu: said("alertmanager.yml → receivers → webhook_configs"),
    page: "senders/alertmanager",
    url: said("url"),
    enter: { bearer: [field("http_config.authorization.credentials")] },
  },
  grafana: {
    menu: said("告警 → 联络点 → 新建联络点 → Webhook", "Alerting → Contact points → Create contact point → Webhook"),
    page: "senders/grafana",
    url: said("URL"),
    enter: {
      bearer: [
        field("Authorization Header - Scheme", "Authorization Header - Scheme", "Bearer"),
        field("Authorization Header - Credentials"),
      ],
      basic: [
        field("HTTP Basic Authentication - Username", "HTTP Basic Authentication - Username", "relay"),
        field("HTTP Basic Authentication - Password"),
      ],
      hmac: [field("HMAC Signature → Secret")],
    },
  },
  generic: {
    menu: said("任何能发 HTTP 请求的脚本或工具", "any script or tool that can post"),
    page: "senders/generic",
  },
} as const satisfies Readonly<Record<string, Sender>>;
