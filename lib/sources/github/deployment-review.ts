import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { lookUp } from "../look-up.ts";
import { excerpt } from "../forge/excerpt.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { Account, InRepository } from "./fields.ts";
import { who } from "../forge/who.ts";

const DeploymentReview = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    environment: text,
    comment: text,
    approver: Account,
    reviewers: z.array(z.object({ reviewer: z.object({ login: text, name: text }).nullish() })).nullish(),
    workflow_run: z.object({ html_url: text }).nullish(),
    workflow_job_runs: z.array(z.object({ environment: text })).nullish(),
  }),
);

type Say = { readonly level: Level } & Readonly<
  Record<Language, (repo: string, where: string, people: string) => string>
>;

const words = {
  requested: {
    level: "warning",
    zh: (repo, where, people) => `${repo} 部署到 ${where} 要等 ${people} 批准`,
    en: (repo, where, people) => `${repo}: ${where} waits for ${people}${people.endsWith("s") ? "’" : "’s"} approval`,
  },
  approved: {
    level: "success",
    zh: (repo, where, people) => `${people} 批准了 ${repo} 部署到 ${where}`,
    en: (repo, where, people) => `${people} approved deploying ${repo} to ${where}`,
  },
  rejected: {
    level: "warning",
    zh: (repo, where, people) => `${people} 拒绝了 ${repo} 部署到 ${where}`,
    en: (repo, where, people) => `${people} rejected deploying ${repo} to ${where}`,
  },
} as const satisfies Record<string, Say>;

const and = { zh: "、", en: " or " } as const satisfies Record<Language, string>;

/** A deployment to a protected environment waits for someone, or was decided on. */
export const deploymentReview = defineEvent({
  schema: DeploymentReview,
  map(body, { language }) {
    const { action, repository, workflow_run: run } = body;
    const say = lookUp<Say>(words, action);
    if (!say) return undefined;
    const where = body.environment || body.workflow_job_runs?.[0]?.environment || "?";
    return {
      level: say.level,
      title: say[language](repository.full_name, where, peopleOf(body, language)),
      lines: excerpt(body.comment, language),
      link: run?.html_url ?? repository.html_url,
      key: `${repository.full_name}/deployment/${where}`,
    };
  },
});

/** Who is asked, or who decided. */
function peopleOf(
  { action, reviewers, approver, sender }: z.infer<typeof DeploymentReview>,
  language: Language,
): string {
  if (action !== "requested") return who(approver ?? sender, language);
  const asked = (reviewers ?? []).flatMap(({ reviewer }) => reviewer?.login || reviewer?.name || []);
  return asked.length > 0 ? asked.slice(0, 5).join(and[language]) : who(undefined, language);
}
