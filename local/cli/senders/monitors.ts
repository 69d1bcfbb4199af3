import { field, said, type Sender } from "./sender.ts";

const body =
  '{ "check": $JSON, "status": "$STATUS", "code": "$CODE", "now": "$NOW", "exit": "$EXITSTATUS", "body": $BODY_JSON }';

/** What watches hosts, sites, jobs and builds. */
export const monitors = {
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
      hmac: [field("HMAC Signature - Secret")],
    },
  },
  "uptime-kuma": {
    menu: said("设置 → 通知 → 设置通知 → Webhook", "Settings → Notifications → Setup Notification → Webhook"),
    page: "senders/uptime-kuma",
    url: said("Post URL"),
    enter: { bearer: [field("额外的请求头", "Additional Headers", '{"Authorization": "Bearer {secret}"}')] },
  },
  healthchecks: {
    menu: said("Integrations → Webhook → Add Integration"),
    page: "senders/healthchecks",
    url: said("URL"),
    enter: {
      key: [field("Request Body", "Request Body", body)],
      bearer: [
        field("Request Headers", "Request Headers", "Authorization: Bearer {secret}"),
        field("Request Body", "Request Body", body),
      ],
    },
  },
  sentry: {
    menu: said("Settings → Developer Settings → Create New Integration → Internal Integration"),
    page: "senders/sentry",
    url: said("Webhook URL"),
    enter: { hmac: [field("Client Secret（由 Sentry 生成）", "Client Secret (which Sentry makes)")] },
  },
  jenkins: {
    menu: said(
      "任务的 配置 → Job Notifications → Add Endpoint（插件 Notification）",
      "Configure → Job Notifications → Add Endpoint of a job (plugin Notification)",
    ),
    page: "senders/jenkins",
    ways: [{ enter: [field("URL", "URL", "{at}/{secret}")], call: { url: "{at}/{secret}" } }],
  },
  zabbix: {
    menu: said(
      "告警 → 媒介类型 → 导入 docs/senders/zabbix.media.yaml；用户 → 报警媒介 → 添加",
      "Alerts → Media types → Import docs/senders/zabbix.media.yaml; Users → a user → Media → Add",
    ),
    page: "senders/zabbix",
    url: said("收件人", "Send to"),
    enter: { bearer: [field("宏 {$QQ.RELAY.SECRET}", "macro {$QQ.RELAY.SECRET}")] },
  },
  generic: {
    menu: said("任何能发 HTTP 请求的脚本或工具", "any script or tool that can post"),
    page: "senders/generic",
  },
} as const satisfies Readonly<Record<string, Sender>>;
