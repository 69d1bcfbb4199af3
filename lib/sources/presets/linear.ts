import { definePreset } from "./define-preset.ts";

const issue = { zh: "{$issue}：{data.title}", en: "{$issue}: {data.title}" };

/** What was done to what, by whom, as far as Linear says. */
const did = (zh: string, en: string) => ({
  zh: `[{actor.name} ]${zh}`,
  en: [`{actor.name} ${en}`, `${en.charAt(0).toUpperCase()}${en.slice(1)}`],
});

const state = "{data.state.name}";

/** Linear's webhooks: `type`, `action`, and the thing in `data`; `updatedFrom` names what an update changed. */
export const format = definePreset({
  name: "linear",
  label: "Linear",
  event: "{type}.{action}",
  variant: [
    "state{updatedFrom.stateId:had}",
    "assignee{updatedFrom.assigneeId:had}",
    "priority{updatedFrom.priority:had}",
    "title{updatedFrom.title:had}",
  ],
  at: "createdAt|webhookTimestamp",
  id: { header: "linear-delivery" },
  bot: ["actor.type", "integration", "OauthClient", "Integration"],
  link: "{url}",
  key: "{data.issue.id|data.issueId|data.id}",
  parts: {
    issue: ["{data.identifier}", "{data.team.key}-{data.number}"],
    about: {
      zh: ["{data.issue.identifier}：{data.issue.title}", "{data.issue.title|data.project.name|data.initiative.name}"],
      en: ["{data.issue.identifier}: {data.issue.title}", "{data.issue.title|data.project.name|data.initiative.name}"],
    },
  },
  events: {
    "Issue.create": {
      ...did(`新建了 ${issue.zh}`, `created ${issue.en}`),
      level: ["{data.priorityLabel}"],
      facts: [
        state,
        "{data.priorityLabel}",
        { zh: "交给 {data.assignee.name}", en: "for {data.assignee.name}" },
        "{data.labels.*.name}",
      ],
      text: "data.description",
    },
    "Issue.update": "silent",
    "Issue.update/state": did(`把 {$issue} 改为「${state}」：{data.title}`, `moved {$issue} to ${state}: {data.title}`),
    "Issue.update/assignee": {
      zh: ["[{actor.name} ]把 {$issue} 交给了 {data.assignee.name}：{data.title}", "{$issue} 无人负责了：{data.title}"],
      en: [
        "{actor.name} assigned {$issue} to {data.assignee.name}: {data.title}",
        "{$issue} changed hands: {data.title}",
      ],
    },
    "Issue.update/priority": did(
      "把 {$issue} 的优先级改为 {data.priorityLabel}：{data.title}",
      "changed the priority of {$issue} to {data.priorityLabel}: {data.title}",
    ),
    "Issue.update/title": did("把 {$issue} 改名为 {data.title}", "renamed {$issue} to {data.title}"),
    "Issue.remove": did(`删除了 ${issue.zh}`, `deleted ${issue.en}`),
    "Comment.create": {
      ...did("评论了[ {$about}]", "commented[ on {$about}]"),
      text: "data.body",
    },
    Comment: "silent",
    "ProjectUpdate.create": {
      ...did(
        "更新了项目 {data.project.name} 的进展[：{data.health:health}]",
        "posted an update on {data.project.name}[: {data.health:health}]",
      ),
      level: ["{data.health}"],
      text: "data.body",
    },
    "IssueSLA.set": "silent",
    "IssueSLA.highRisk": {
      level: "warning",
      zh: "{issueData.identifier} 快要超过 SLA：{issueData.title}",
      en: "{issueData.identifier} is close to breaching its SLA: {issueData.title}",
    },
    "IssueSLA.breached": {
      level: "error",
      zh: "{issueData.identifier} 超过了 SLA：{issueData.title}",
      en: "{issueData.identifier} breached its SLA: {issueData.title}",
    },
    Reaction: "silent",
    IssueLabel: "silent",
    Attachment: "silent",
    User: "silent",
  },
  other: {
    zh: "[{actor.name} ]{action:deed}了{type:kind|type}[：{data.name|data.title}]",
    en: [
      "{actor.name} {action:deed} {type:kind|type}[: {data.name|data.title}]",
      "Linear: {action:deed} {type:kind|type}[: {data.name|data.title}]",
    ],
  },
  words: {
    deed: {
      create: { zh: "新建", en: "created" },
      update: { zh: "更新", en: "updated" },
      remove: { zh: "删除", en: "deleted" },
      restore: { zh: "恢复", en: "restored" },
    },
    kind: {
      Comment: { zh: "评论", en: "a comment" },
      Reaction: { zh: "表情回应", en: "a reaction" },
      IssueLabel: { zh: "标签", en: "the label" },
      Attachment: { zh: "附件", en: "the attachment" },
      Issue: { zh: " issue", en: "an issue" },
      Project: { zh: "项目", en: "the project" },
      ProjectUpdate: { zh: "项目进展", en: "a project update" },
      Cycle: { zh: "周期", en: "the cycle" },
      Document: { zh: "文档", en: "the document" },
      Initiative: { zh: "计划", en: "the initiative" },
      InitiativeUpdate: { zh: "计划进展", en: "an initiative update" },
      Customer: { zh: "客户", en: "the customer" },
      CustomerNeed: { zh: "客户需求", en: "a customer request" },
    },
    health: {
      onTrack: { zh: "正常推进", en: "on track" },
      atRisk: { zh: "有风险", en: "at risk" },
      offTrack: { zh: "偏离计划", en: "off track" },
    },
  },
  levels: {
    Urgent: "warning",
    High: "info",
    Medium: "info",
    Low: "info",
    "No priority": "info",
    onTrack: "info",
    atRisk: "warning",
    offTrack: "error",
  },
});
