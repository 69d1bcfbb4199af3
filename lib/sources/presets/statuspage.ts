import { definePreset } from "./define-preset.ts";
import type { Told } from "./preset.ts";

const status = {
  zh: "{incident.name}：{incident.status:status|incident.status}",
  en: "{incident.name}: {incident.status:status|incident.status}",
};

const incident: Told = {
  ...status,
  is: "state",
  level: ["{incident.impact}"],
  key: "{incident.id}",
  link: ["{incident.shortlink}", "https://{page.id}.statuspage.io"],
  text: "incident.incident_updates[0].body|incident.postmortem_body",
  facts: [
    { zh: "影响：{incident.components.*.name}", en: "affects {incident.components.*.name}" },
    { zh: "历时 {incident.created_at:span}", en: "for {incident.created_at:span}" },
  ],
};

const over: Told = { ...incident, is: "end", level: "success" };

/** Atlassian Statuspage: what subscribers by webhook are sent of incidents, maintenance and components. */
export const format = definePreset({
  name: "statuspage",
  label: "Statuspage",
  event: ["incident.{incident.status}", "component.{component_update.new_status}"],
  at: "meta.generated_at",
  id: ["{incident.incident_updates[0].id} {incident.status}", "{component_update.id}"],
  events: {
    incident,
    "incident.resolved": over,
    "incident.completed": over,
    "incident.postmortem": {
      ...incident,
      level: "info",
      text: "incident.postmortem_body|incident.incident_updates[0].body",
    },
    component: {
      is: "state",
      level: ["{component_update.new_status}"],
      zh: "{component.name}：[{component_update.old_status:health} → ]{component_update.new_status:health|component_update.new_status}",
      en: "{component.name}: [{component_update.old_status:health} → ]{component_update.new_status:health|component_update.new_status}",
      key: "{component.id|component_update.component_id}",
      link: "https://{page.id|component.page_id}.statuspage.io",
    },
    "component.operational": {
      is: "end",
      zh: "{component.name} 已恢复正常[（此前{component_update.old_status:health}）]",
      en: "{component.name} is operational again[ (was {component_update.old_status:health})]",
      key: "{component.id|component_update.component_id}",
      link: "https://{page.id|component.page_id}.statuspage.io",
    },
  },
  words: {
    status: {
      investigating: { zh: "正在调查", en: "investigating" },
      identified: { zh: "已找到原因", en: "identified" },
      monitoring: { zh: "已处理，观察中", en: "monitoring" },
      resolved: { zh: "已解决", en: "resolved" },
      postmortem: { zh: "发布了复盘", en: "postmortem" },
      scheduled: { zh: "计划维护", en: "maintenance scheduled" },
      in_progress: { zh: "维护中", en: "maintenance in progress" },
      verifying: { zh: "维护后验证中", en: "verifying" },
      completed: { zh: "维护完成", en: "maintenance completed" },
    },
    health: {
      operational: { zh: "正常", en: "operational" },
      degraded_performance: { zh: "性能下降", en: "degraded performance" },
      partial_outage: { zh: "部分中断", en: "partial outage" },
      major_outage: { zh: "大面积中断", en: "major outage" },
      under_maintenance: { zh: "维护中", en: "under maintenance" },
    },
  },
  levels: {
    none: "info",
    maintenance: "info",
    minor: "warning",
    major: "error",
    critical: "critical",
    under_maintenance: "info",
    degraded_performance: "warning",
    partial_outage: "error",
    major_outage: "critical",
  },
});
