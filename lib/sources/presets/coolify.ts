import { definePreset } from "./define-preset.ts";

const deployment = {
  facts: ["{project}", "{environment|environment_name}", "{fqdn:bare|preview_fqdn:bare}"],
  key: "deployment {application_uuid|application_name}[ {pull_request_id|preview_fqdn}]",
};

const server = { key: "server {server_uuid|server_name}" };

/** Coolify's webhook notifications: `event`, `success`, and the names of what it is about. */
export const format = definePreset({
  name: "coolify",
  label: "Coolify",
  event: "{event}",
  level: ["{success}"],
  levels: { true: "info", false: "error" },
  markup: "plain",
  link: ["{deployment_url}", "{url}", "{application_url}", "{fqdn}"],
  parts: {
    app: "{application_name}[ (PR #{pull_request_id})]",
    thing: "{application_name|database_name|task_name|container_name|server_name|name}",
  },
  events: {
    test: { level: "info", zh: "Coolify 的测试通知：能收到", en: "Coolify: a test, and it arrived" },
    deployment_success: { ...deployment, is: "end", zh: "{$app} 部署成功", en: "{$app} was deployed" },
    deployment_failed: {
      ...deployment,
      is: "state",
      level: "error",
      zh: "{$app} 部署失败",
      en: "{$app} failed to deploy",
      text: "error_output|logs",
    },
    server_unreachable: {
      ...server,
      is: "state",
      level: "error",
      zh: "服务器 {server_name} 连不上了",
      en: "The server {server_name} cannot be reached",
    },
    server_reachable: {
      ...server,
      is: "end",
      zh: "服务器 {server_name} 又能连上了",
      en: "The server {server_name} can be reached again",
    },
    high_disk_usage: {
      level: "warning",
      zh: "服务器 {server_name} 的磁盘快满了[：已用 {disk_usage}%][（阈值 {threshold}%）]",
      en: "The disk of {server_name} is filling up[: {disk_usage}% used][ (threshold {threshold}%)]",
    },
    backup_success: {
      level: "success",
      zh: "数据库 {database_name} 已备份",
      en: "The database {database_name} was backed up",
    },
    backup_failed: {
      level: "error",
      zh: "数据库 {database_name} 备份失败",
      en: "The backup of {database_name} failed",
      text: "error_output",
    },
    task_success: { level: "success", zh: "任务 {task_name} 成功", en: "The task {task_name} succeeded" },
    task_failed: {
      level: "error",
      zh: "任务 {task_name} 失败",
      en: "The task {task_name} failed",
      text: "output|error_output",
    },
    container_restarted: {
      level: "warning",
      zh: "容器 {container_name} 在 {server_name} 上自动重启了",
      en: "The container {container_name} was restarted on {server_name}",
    },
    container_stopped: {
      level: "error",
      zh: "容器 {container_name} 在 {server_name} 上意外停止",
      en: "The container {container_name} stopped on {server_name}",
    },
    docker_cleanup_success: "silent",
  },
  other: {
    level: ["{success}"],
    zh: ["{$thing}：{message}", "Coolify：{message}"],
    en: ["{$thing}: {message}", "Coolify: {message}"],
    text: "error_output",
  },
});
