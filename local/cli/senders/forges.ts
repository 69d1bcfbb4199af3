import { field, said, type Sender } from "./sender.ts";

/** Hosts of code: the fields for what proves their webhooks, by their names in the sender's pages. */
export const forges = {
  github: {
    menu: said(
      "仓库或组织的 Settings → Webhooks → Add webhook；Content type 选 application/json",
      "Settings → Webhooks → Add webhook of a repository or organization; content type application/json",
    ),
    page: "senders/github",
    url: said("Payload URL"),
    enter: { hmac: [field("Secret")] },
  },
  gitlab: {
    menu: said("设置 → Webhooks → 添加新的 webhook", "Settings → Webhooks → Add new webhook"),
    page: "senders/gitlab",
    url: said("URL"),
    enter: {
      hmac: [field("签名令牌（由 GitLab 生成）", "Signing token (which GitLab makes)")],
      header: [field("Secret 令牌", "Secret token")],
    },
  },
  gitea: {
    menu: said(
      "设置 → Web 钩子 → 添加 Web 钩子 → Gitea、Forgejo 或 Gogs",
      "Settings → Webhooks → Add webhook → Gitea, Forgejo or Gogs",
    ),
    page: "senders/gitea",
    url: said("目标 URL", "Target URL"),
    enter: { hmac: [field("密钥文本", "Secret")] },
  },
  gitee: {
    menu: said("管理 → WebHooks → 添加 webHook", "管理 → WebHooks → 添加 webHook (Add webhook)"),
    page: "senders/gitee",
    url: said("URL"),
    enter: {
      hmac: [field("WebHook 密码/签名密钥：签名密钥", "WebHook 密码/签名密钥: 签名密钥 (signing key)")],
      header: [field("WebHook 密码/签名密钥：密码", "WebHook 密码/签名密钥: 密码 (password)")],
    },
  },
  coding: {
    menu: said(
      "项目设置 → 开发者选项 → WebHook → 新建 WebHook",
      "项目设置 → 开发者选项 → WebHook → 新建 WebHook (Project settings → Developer options)",
    ),
    page: "senders/coding",
    url: said("URL"),
    enter: { hmac: [field("令牌", "token (令牌)")], field: [field("令牌", "token (令牌)")] },
  },
  bitbucket: {
    menu: said("Repository settings → Webhooks → Add webhook"),
    page: "senders/bitbucket",
    url: said("URL"),
    enter: { hmac: [field("Secret")] },
  },
} as const satisfies Readonly<Record<string, Sender>>;
