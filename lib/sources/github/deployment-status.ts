import * as z from "zod";
import { deploymentEndings } from "../forge/deployment-words.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { Account, InRepository } from "./fields.ts";
import { shortSha } from "../forge/ref.ts";
import { tallyOf } from "../forge/tally.ts";

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

/** Only how a deployment ended is told: not its progress, nor that a newer one made it inactive. */
export const deploymentStatus = defineEvent({
  schema: DeploymentStatus,
  map(body, { language }) {
    const { deployment_status: told, deployment, repository } = body;
    const ending = lookUp(deploymentEndings, told.state);
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
