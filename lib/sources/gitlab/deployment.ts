import * as z from "zod";
import { deploymentEndings } from "../forge/deployment-words.ts";
import { text } from "../forge/fields.ts";
import { shortSha } from "../forge/ref.ts";
import { tallyOf } from "../forge/tally.ts";
import { lookUp } from "../look-up.ts";
import { nameOf } from "./actor.ts";
import { defineEvent } from "./event.ts";
import { InProject } from "./fields.ts";
import { conclusionOf } from "./runs.ts";
import { timeOf } from "./time.ts";

const Deployment = z.lazy(() =>
  InProject.extend({
    status: text,
    status_changed_at: text,
    deployable_url: text,
    environment: text,
    environment_external_url: text,
    ref: text,
    short_sha: text,
    commit_url: text,
    commit_title: text,
  }),
);

type Deployment = z.infer<typeof Deployment>;

/** Only how a deployment ended is told: not that it began, nor that it was called off. */
export const deployment = defineEvent({
  schema: Deployment,
  branch: (body) => body.ref ?? undefined,
  map(body, { language }) {
    const { project } = body;
    const ending = lookUp(deploymentEndings, conclusionOf(body.status));
    if (!ending) return undefined;
    const repo = project.path_with_namespace;
    const where = body.environment || "?";
    const isUp = ending.level === "success";
    return {
      level: ending.level,
      title: ending[language](repo, where),
      lines: [commitOf(body)],
      link: (isUp && body.environment_external_url) || body.deployable_url || body.commit_url || project.web_url,
      key: `${repo}/deployment/${where}`,
      ...(isUp && { tally: tallyOf("deployment", repo, language) }),
      at: timeOf(body.status_changed_at),
      replaces: true,
    };
  },
});

/** `279484c Add new file (alice)` */
function commitOf({ short_sha: sha, commit_title: title, user }: Deployment): string {
  const name = nameOf(user);
  return [sha && shortSha(sha), title, name && `(${name})`].filter(Boolean).join(" ");
}
