import { type Entered, field, said, type Sender } from "./sender.ts";

const page = "senders/presets";

/** Of those that make the secret themselves. */
const madeBy = (sender: string): readonly Entered[] => [
  field(`签名密钥（由 ${sender} 生成）`, `signing secret (which ${sender} makes)`),
];

const arr: Sender = {
  menu: said("设置 → 连接 → + → Webhook", "Settings → Connect → + → Webhook"),
  page,
  enter: { basic: [field("用户名", "Username", "relay"), field("密码", "Password")] },
};

/** Senders that are told by data alone. */
export const presets = {
  sonarr: arr,
  radarr: arr,
  lidarr: arr,
  readarr: arr,
  prowlarr: arr,
  emby: {
    menu: said("设置 → 通知 → 添加通知 → Webhooks", "Settings → Notifications → Add Notification → Webhooks"),
    page,
  },
  jellyfin: { menu: said("插件 Webhook → Add Generic Destination", "plugin Webhook → Add Generic Destination"), page },
  miniflux: {
    menu: said("设置 → 集成 → Webhook", "Settings → Integrations → Webhook"),
    page,
    enter: { hmac: madeBy("Miniflux") },
  },
  flux: {
    menu: said("Provider，type: generic-hmac 或 generic", "a Provider, type: generic-hmac or generic"),
    page,
    url: said("spec.address"),
    enter: {
      hmac: [field("secretRef → token")],
      bearer: [field("secretRef → headers", "secretRef → headers", "Authorization: Bearer {secret}")],
    },
  },
  diun: {
    menu: said("notif.webhook"),
    page,
    url: said("endpoint"),
    enter: { bearer: [field("headers", "headers", "Authorization: Bearer {secret}")] },
  },
  coolify: { menu: said("Notifications → Webhook"), page },
  statuspage: {
    menu: said("状态页上的 Subscribe to updates → Webhook", "Subscribe to updates → Webhook on the status page"),
    page,
  },
  uptimerobot: {
    menu: said("Integrations → Webhook"),
    page,
    // It appends its variables to the address as they are.
    ways: [{ enter: [field("URL", "URL", "{at}/{secret}?")], call: { url: "{at}/{secret}" } }],
  },
  cloudflare: {
    menu: said("Notifications → Destinations → Webhooks → Create"),
    page,
    enter: { header: [field("Secret")] },
  },
  linear: { menu: said("Settings → API → Webhooks → New webhook"), page, enter: { hmac: madeBy("Linear") } },
  jira: {
    menu: said("设置 → 系统 → 网络钩子（WebHooks）→ 创建", "Settings → System → WebHooks → Create"),
    page,
    enter: { hmac: [field("Secret")] },
  },
  pagerduty: {
    menu: said("Integrations → Generic Webhooks (v3) → New Webhook"),
    page,
    enter: { hmac: madeBy("PagerDuty") },
  },
  stripe: {
    menu: said("Developers → Webhooks → Add endpoint"),
    page,
    url: said("Endpoint URL"),
    enter: { hmac: madeBy("Stripe") },
  },
  vercel: {
    menu: said("Team Settings → Webhooks → Create Webhook"),
    page,
    url: said("Endpoint"),
    enter: { hmac: madeBy("Vercel") },
  },
  "bililive-recorder": { menu: said("设置 → Webhook → Webhook V2", "设置 (settings) → Webhook → Webhook V2"), page },
  "azure-monitor": {
    menu: said(
      "操作组 → 操作 → Webhook；启用通用警报架构：是",
      "Action group → Actions → Webhook; Enable the common alert schema: Yes",
    ),
    page,
    url: said("URI"),
  },
} as const satisfies Readonly<Record<string, Sender>>;
