import { definePreset } from "./define-preset.ts";

const name = "{policy_name|name|alert_type}";

/** Cloudflare's notifications to a generic webhook (developers.cloudflare.com, "Webhook payload schema"). */
export const format = definePreset({
  name: "cloudflare",
  label: "Cloudflare",
  event: ["{alert_event:state}.{alert_type}", "alert.{alert_type}", "message{text:had}"],
  at: "ts",
  text: "text",
  link: ["{data.dashboard_link}", "https://dash.cloudflare.com/{account_id}"],
  words: { state: { ALERT_STATE_EVENT_START: "firing", ALERT_STATE_EVENT_END: "resolved" } },
  key: "{alert_correlation_id|policy_id}",
  events: {
    firing: { level: "error", is: "state", zh: `Cloudflare 告警：${name}`, en: `Cloudflare alert: ${name}` },
    resolved: { is: "end", zh: `Cloudflare 告警解除：${name}`, en: `Cloudflare alert over: ${name}` },
    alert: { level: "warning", zh: `Cloudflare 告警：${name}`, en: `Cloudflare alert: ${name}` },
    "alert.pages_event_alert": { zh: `Cloudflare：${name}`, en: `Cloudflare: ${name}` },
    "alert.weekly_account_overview": { zh: `Cloudflare：${name}`, en: `Cloudflare: ${name}` },
    "alert.maintenance_event_notification": { zh: `Cloudflare：${name}`, en: `Cloudflare: ${name}` },
  },
  other: { zh: "Cloudflare 发来一条消息", en: "A message from Cloudflare" },
});
