import { definePreset } from "./define-preset.ts";

const alert = {
  1: "down",
  2: "up",
  3: "ssl_expiry",
  4: "domain_expiry",
  down: "down",
  up: "up",
  "ssl expiry": "ssl_expiry",
  "domain expiry": "domain_expiry",
};

/** UptimeRobot's webhook alert contact: its variables in the query, a form or JSON, named as they are or with `_`. */
export const format = definePreset({
  name: "uptimerobot",
  label: "UptimeRobot",
  inQuery: true,
  event: [
    "{alertType:alert|alert_type:alert|alertTypeFriendlyName:alert|alert_type_friendly_name:alert}",
    "{alertTypeFriendlyName:filled|alert_type_friendly_name:filled|alertType:filled|alert_type:filled}",
  ],
  at: "alertDateTime|alert_date_time",
  words: { alert },
  parts: {
    name: "{monitorFriendlyName:filled|monitor_friendly_name:filled|monitorURL:filled|monitor_url:filled}",
    url: "{monitorURL:filled|monitor_url:filled}",
    details: "{alertDetails:filled|alert_details:filled}",
    lasted:
      "{alertDuration:seconds|alert_duration:seconds|alertFriendlyDuration:filled|alert_friendly_duration:filled}",
  },
  key: "{monitorID|monitor_id|monitorURL|monitor_url|monitorFriendlyName|monitor_friendly_name}",
  link: "{$url}",
  lines: [{ zh: "原因：{$details}", en: "Reason: {$details}" }, "{monitorURL:unlinked|monitor_url:unlinked}"],
  events: {
    down: { level: "error", is: "state", zh: "{$name} 宕机了", en: "{$name} is down" },
    up: {
      is: "end",
      zh: "{$name} 恢复了[，中断了 {$lasted}]",
      en: "{$name} is up again[ after {$lasted}]",
      lines: ["{$details}", "{monitorURL:unlinked|monitor_url:unlinked}"],
    },
    ssl_expiry: {
      level: "warning",
      zh: "{$name} 的证书[ {sslExpiryDaysLeft:filled|ssl_expiry_days_left:filled} 天后]到期",
      en: "{$name}'s certificate expires[ in {sslExpiryDaysLeft:filled|ssl_expiry_days_left:filled} days]",
      key: [],
      lines: ["{$details}"],
    },
    domain_expiry: {
      level: "warning",
      zh: "{$name} 的域名即将到期",
      en: "{$name}'s domain is about to expire",
      key: [],
      lines: ["{$details}"],
    },
  },
  other: {
    zh: "{$name}：{alertTypeFriendlyName:filled|alert_type_friendly_name:filled}",
    en: "{$name}: {alertTypeFriendlyName:filled|alert_type_friendly_name:filled}",
  },
});
