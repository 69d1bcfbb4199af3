import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";

type Ending = { readonly level: Level } & Readonly<Record<Language, (repo: string, where: string) => string>>;

/** How a deployment ended: its level, and what is said of it. */
export const deploymentEndings: Readonly<Record<string, Ending>> = {
  success: {
    level: "success",
    zh: (repo, where) => `${repo} 已部署到 ${where}`,
    en: (repo, where) => `${repo} is deployed to ${where}`,
  },
  failure: {
    level: "error",
    zh: (repo, where) => `${repo} 部署到 ${where} 失败了`,
    en: (repo, where) => `${repo} failed to deploy to ${where}`,
  },
  error: {
    level: "error",
    zh: (repo, where) => `${repo} 部署到 ${where} 出错了`,
    en: (repo, where) => `${repo} hit an error deploying to ${where}`,
  },
};
