import { definePreset } from "./define-preset.ts";

const deployment = {
  key: "{payload.project.id|payload.deployment.name} {payload.target|payload.deployment.meta.githubCommitRef}",
  link: ["{payload.links.deployment}", "https://{payload.deployment.url}"],
  lines: ["{$commit}"],
  facts: [
    "{payload.deployment.meta.githubCommitRef|payload.deployment.meta.gitlabCommitRef}",
    "{payload.deployment.url}",
  ],
};

/** Vercel's webhooks: `type`, and what it is about in `payload`. */
export const format = definePreset({
  name: "vercel",
  label: "Vercel",
  event: "{type}",
  at: "createdAt",
  id: "{id}",
  branch: "payload.deployment.meta.githubCommitRef",
  link: ["{payload.links.deployment}", "{payload.links.project}"],
  parts: {
    name: "{payload.deployment.name|payload.name|payload.project.name}[ ({payload.target})]",
    commit: {
      zh: "{payload.deployment.meta.githubCommitMessage:brief|payload.deployment.meta.gitlabCommitMessage:brief}[（{payload.deployment.meta.githubCommitAuthorName}）]",
      en: "{payload.deployment.meta.githubCommitMessage:brief|payload.deployment.meta.gitlabCommitMessage:brief}[ ({payload.deployment.meta.githubCommitAuthorName})]",
    },
  },
  events: {
    "deployment.succeeded": { ...deployment, is: "end", zh: "{$name} 部署成功", en: "{$name} was deployed" },
    "deployment.error": {
      ...deployment,
      is: "state",
      level: "error",
      zh: "{$name} 部署失败",
      en: "{$name} failed to deploy",
    },
    "deployment.canceled": {
      ...deployment,
      is: "state",
      level: "warning",
      zh: "{$name} 的部署取消了",
      en: "The deployment of {$name} was cancelled",
    },
    "deployment.promoted": { ...deployment, level: "success", zh: "{$name} 上线了", en: "{$name} was promoted" },
    "deployment.rollback": { ...deployment, level: "warning", zh: "{$name} 回滚了", en: "{$name} was rolled back" },
    deployment: "silent",
    "project.created": { zh: "新建了项目 {$name}", en: "New project {$name}" },
    "project.removed": { level: "warning", zh: "删除了项目 {$name}", en: "The project {$name} was removed" },
    "firewall.attack": { level: "error", zh: "防火墙发现攻击", en: "The firewall sees an attack" },
  },
  other: {
    zh: ["Vercel：{type}，{$name}", "Vercel：{type}[，{payload.domain.name}]"],
    en: ["Vercel: {type}, {$name}", "Vercel: {type}[, {payload.domain.name}]"],
  },
});
