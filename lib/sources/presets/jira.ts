import { definePreset } from "./define-preset.ts";

const issue = { zh: "{issue.key}：{issue.fields.summary}", en: "{issue.key}: {issue.fields.summary}" };
const kind = "{issue.fields.issuetype.name} ";

const did = (zh: string, en: string) => ({ zh: `[{$who} ]${zh}`, en: [`{$who} ${en}`, `Someone ${en}`] });

const changes = {
  at: "changelog.items",
  line: {
    zh: ["{field}：{fromString:brief} → {toString:brief}", "{field} → {toString:brief}"],
    en: ["{field}: {fromString:brief} → {toString:brief}", "{field} → {toString:brief}"],
  },
};

const moved = {
  ...did(
    `把 {issue.key} 改为「{issue.fields.status.name}」：{issue.fields.summary}`,
    `moved {issue.key} to {issue.fields.status.name}: {issue.fields.summary}`,
  ),
};

/** Jira's webhooks, Cloud and Data Center: `webhookEvent`, of which `issue_event_type_name` says more. */
export const format = definePreset({
  name: "jira",
  label: "Jira",
  event: "{webhookEvent}",
  variant: ["{issue_event_type_name}", "sprint{sprint:had}"],
  at: "timestamp",
  id: "{timestamp} {webhookEvent} {comment.id|issue.id|sprint.id|version.id|project.id}",
  bot: ["user.accountType", "app"],
  markup: "wiki",
  link: ["{issue.self:site}/browse/{issue.key}", "{sprint.self:site}"],
  key: "{issue.key}",
  parts: {
    thing: "{issue.key|project.name|version.name|sprint.name|board.name}",
    who: "{comment.author.displayName|user.displayName|user.name}",
  },
  events: {
    issue_created: {
      ...did(`创建了 ${kind}${issue.zh}`, `created ${kind}${issue.en}`),
      level: ["{issue.fields.priority.name}"],
      facts: [
        "{issue.fields.project.name}",
        "{issue.fields.status.name}",
        { zh: "优先级 {issue.fields.priority.name}", en: "priority {issue.fields.priority.name}" },
        { zh: "交给 {issue.fields.assignee.displayName}", en: "for {issue.fields.assignee.displayName}" },
      ],
      text: "issue.fields.description",
    },
    issue_updated: { ...did(`更新了 ${issue.zh}`, `updated ${issue.en}`), list: changes },
    "issue_updated/issue_generic": moved,
    "issue_updated/issue_resolved": moved,
    "issue_updated/issue_closed": moved,
    "issue_updated/issue_reopened": moved,
    "issue_updated/issue_work_started": moved,
    "issue_updated/issue_work_stopped": moved,
    "issue_updated/issue_assigned": {
      zh: [
        "[{$who} ]把 {issue.key} 交给了 {issue.fields.assignee.displayName}：{issue.fields.summary}",
        `${issue.zh}（无人负责了）`,
      ],
      en: [
        "{$who} assigned {issue.key} to {issue.fields.assignee.displayName}: {issue.fields.summary}",
        `${issue.en} (nobody is assigned)`,
      ],
    },
    "issue_updated/issue_commented": { ...did(`评论了 ${issue.zh}`, `commented on ${issue.en}`), text: "comment.body" },
    "issue_updated/issue_comment_edited": "silent",
    issue_deleted: did(`删除了 ${issue.zh}`, `deleted ${issue.en}`),
    comment_created: { ...did(`评论了 ${issue.zh}`, `commented on ${issue.en}`), text: "comment.body" },
    comment_updated: "silent",
    comment_deleted: "silent",
    worklog_created: "silent",
    worklog_updated: "silent",
    worklog_deleted: "silent",
    issuelink_created: "silent",
    issuelink_deleted: "silent",
    attachment_created: "silent",
    attachment_deleted: "silent",
    sprint_started: { zh: "冲刺 {sprint.name} 开始了", en: "The sprint {sprint.name} began", text: "sprint.goal" },
    sprint_closed: { zh: "冲刺 {sprint.name} 结束了", en: "The sprint {sprint.name} is over" },
    version_released: {
      zh: "版本 {version.name} 发布了",
      en: "The version {version.name} was released",
      text: "version.description",
    },
  },
  other: {
    zh: "[{$who}：]Jira 事件 {webhookEvent}[，{$thing}]",
    en: "Jira: {webhookEvent}[ of {$thing}][, by {$who}]",
  },
  levels: {
    Highest: "warning",
    Blocker: "warning",
    Critical: "warning",
    High: "info",
    Major: "info",
    Medium: "info",
    Normal: "info",
    Minor: "info",
    Low: "info",
    Lowest: "info",
    Trivial: "info",
  },
});
