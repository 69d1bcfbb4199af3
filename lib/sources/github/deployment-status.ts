import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { Account, InRepository, text } from "./fields.ts";
import { shortSha } from "./ref.ts";
import { tallyOf } from "./tally.ts";

const DeploymentStatus = z.lazy(() =>
  InRepository.extend({
    deployment_status: z.object({
      state: z.string(),
      description: text,
      environment: text,
      environment_url: text,
      log_url: text,
      target_url: text,
      updated_at: text,
    }),
    deployment: z.object({ ref: text, sha: text, environment: text, creator: Account }).nullish(),
  }),
);

type Ending = { readonly level: Level } & Readonly<Record<Language, (repo: string, where: string) => string>>;

const endings = {
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
} as const satisfies Record<string, Ending>;

/** Only how a deployment ended is told: not its progress, nor that a newer one made it inactive. */
export const deploymentStatus = defineEvent({
  schema: DeploymentStatus,
  map(body, { language }) {
    const { deployment_status: told, deployment, repository } = body;
    const ending = lookUp<Ending>(endings, told.state);
    if (!ending) return undefined;
    const repo = repository.full_name;
    const where = told.environment || deployment?.environment || "?";
    const isUp = ending.level === "success";
    return {
      level: ending.level,
      title: ending[language](repo, where),
      lines: [commitOf(deployment), told.description],
      link: (isUp && told.environment_url) || told.log_url || told.target_url || repository.html_url,
      key: `${repo}/deployment/${where}`,
      ...(isUp && { tally: tallyOf("deployment", repo, language) }),
      at: told.updated_at,
      replaces: true,
    };
  },
});

/** `main @ 5779607 (alice)`; a deployment of a bare commit has its sha for a ref. */
function commitOf(deployment: z.infer<typeof DeploymentStatus>["deployment"]): string {
  if (!deployment) return "";
  const { ref, sha, creator } = deployment;
  const commit = [ref === sha ? "" : ref, sha && shortSha(sha)].filter(Boolean).join(" @ ");
  return creator?.login ? `${commit} (${creator.login})` : commit;
}
