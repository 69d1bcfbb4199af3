import { definePreset } from "./define-preset.ts";
import type { Told } from "./preset.ts";

const said = (zh: string, en: string) => ({
  zh: `[{$service} ]故障 {$number}${zh}`,
  en: `[{$service} ]incident {$number}${en}`,
});

const by = { zh: "操作人 {event.agent.summary}", en: "by {event.agent.summary}" };

const open: Omit<Told, "zh" | "en"> = {
  is: "state",
  level: ["{event.data.priority.summary}", "{event.data.urgency}", "error"],
};

const going = (zh: string, en: string): Told => ({
  ...open,
  level: "warning",
  ...said(`${zh}：{$title}`, `${en}: {$title}`),
  facts: [by, "{$assignees}"],
});

/** PagerDuty's webhooks of version 3: `event.event_type`, and the incident in `event.data`. */
export const format = definePreset({
  name: "pagerduty",
  label: "PagerDuty",
  event: "{event.event_type}",
  at: "event.occurred_at",
  id: "{event.id}",
  markup: "plain",
  key: "{event.data.incident.id|event.data.id}",
  link: ["{event.data.incident.html_url}", "{event.data.html_url}"],
  parts: {
    service: "{event.data.service.summary}",
    number: ["#{event.data.number}", "{event.data.incident.summary}"],
    title: "{event.data.title|event.data.incident.summary}",
    assignees: { zh: "负责人 {event.data.assignees.*.summary}", en: "assigned to {event.data.assignees.*.summary}" },
  },
  events: {
    "incident.triggered": {
      ...open,
      ...said("：{$title}", ": {$title}"),
      facts: [
        { zh: "紧急程度 {event.data.urgency:urgency}", en: "{event.data.urgency:urgency} urgency" },
        "{event.data.priority.summary}",
        "{$assignees}",
      ],
    },
    "incident.acknowledged": going(" 有人接手了", " was acknowledged"),
    "incident.unacknowledged": { ...going(" 又无人处理", " is no longer acknowledged"), level: open.level ?? "error" },
    "incident.reassigned": going(" 换人处理", " was reassigned"),
    "incident.delegated": going(" 转交了", " was delegated"),
    "incident.escalated": { ...going(" 升级了", " was escalated"), level: open.level ?? "error" },
    "incident.priority_updated": {
      ...going(" 改了优先级", " changed priority"),
      level: open.level ?? "error",
      facts: ["{event.data.priority.summary}", by],
    },
    "incident.reopened": { ...going(" 重新打开", " was reopened"), level: open.level ?? "error" },
    "incident.resolved": { is: "end", ...said(" 已解决：{$title}", " was resolved: {$title}"), facts: [by] },
    "incident.annotated": {
      zh: "[{event.agent.summary} ]给故障「{event.data.incident.summary}」加了备注",
      en: [
        "{event.agent.summary} noted on the incident {event.data.incident.summary}",
        "A note on the incident {event.data.incident.summary}",
      ],
      text: "event.data.content",
    },
    "incident.status_update_published": {
      zh: "故障「{event.data.incident.summary}」有进展",
      en: "News of the incident {event.data.incident.summary}",
      text: "event.data.message",
    },
    "incident_responder.added": "silent",
    "incident_responder.replied": "silent",
    "incident_workflow.started": "silent",
    "incident_workflow.completed": "silent",
    "incident_conference_bridge.updated": "silent",
    "incident_custom_field_values.updated": "silent",
    "incident_incident_type.changed": "silent",
    "pagey.ping": { zh: "PagerDuty 的测试通知：能收到", en: "PagerDuty: a test, and it arrived" },
  },
  other: {
    zh: [
      "PagerDuty：{event.event_type}，{event.data.title|event.data.summary|event.data.name}",
      "PagerDuty：{event.event_type}",
    ],
    en: [
      "PagerDuty: {event.event_type}, {event.data.title|event.data.summary|event.data.name}",
      "PagerDuty: {event.event_type}",
    ],
  },
  words: { urgency: { high: { zh: "高", en: "high" }, low: { zh: "低", en: "low" } } },
  levels: { high: "error", low: "warning" },
});
