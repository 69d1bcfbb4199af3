import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { commitLine } from "../forge/commit-line.ts";
import { endingOf, tellEnding } from "../forge/endings.ts";
import { flag, number, text } from "../forge/fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { actOf, pipelineKey } from "./acts.ts";
import { defineEvent } from "./event.ts";
import { Commit, InProject } from "./fields.ts";
import { pageOf } from "./page.ts";
import { conclusionOf, placeOfRun } from "./runs.ts";
import { timeOf } from "./time.ts";

const Pipeline = z.lazy(() =>
  InProject.extend({
    object_attributes: z.object({
      id: number,
      name: text,
      ref: text,
      tag: flag,
      source: text,
      status: text,
      finished_at: text,
      url: text,
    }),
    merge_request: z.object({ iid: number, title: text, target_branch: text }).nullish(),
    commit: Commit.nullish(),
    builds: z.array(z.object({ name: text, status: text, allow_failure: flag })).nullish(),
  }),
);

type Pipeline = z.infer<typeof Pipeline>;

type Words = {
  readonly pipeline: string;
  readonly failed: (jobs: string) => string;
  readonly allowed: (jobs: string) => string;
  readonly more: (count: number) => string;
  readonly comma: string;
};

const words = {
  zh: {
    pipeline: "流水线",
    failed: (jobs) => `失败的作业：${jobs}`,
    allowed: (jobs) => `允许失败的作业没有通过：${jobs}`,
    more: (count) => ` 等 ${count} 个`,
    comma: "、",
  },
  en: {
    pipeline: "Pipeline",
    failed: (jobs) => `Failed: ${jobs}`,
    allowed: (jobs) => `Allowed to fail, and failed: ${jobs}`,
    more: (count) => `, ${count} in all`,
    comma: ", ",
  },
} as const satisfies Record<Language, Words>;

/** How a pipeline ended. A newer end on the same branch says all that the older one said, and one that passes that it is over. */
export const pipeline = defineEvent({
  schema: Pipeline,
  branch: ({ object_attributes: told }) => (told.tag === true ? undefined : (told.ref ?? undefined)),
  map(body, context) {
    const { language } = context;
    const { object_attributes: told, project, commit } = body;
    const conclusion = conclusionOf(told.status);
    if (conclusion === undefined) return undefined;
    const repo = project.path_with_namespace;
    const ending = endingOf(conclusion);
    const isPassed = ending.level === "success";
    const name = [told.name || words[language].pipeline, told.id == null ? "" : `#${told.id}`]
      .filter(Boolean)
      .join(" ");
    return {
      level: ending.level,
      title: tellEnding({ name, where: placeOfRun(repo, told.ref), ending }, language),
      lines: [jobsOf(body, language), requestOf(body), commit ? commitLine(commit) : ""],
      link: told.url ?? pageOf(project.web_url, "-/pipelines", String(told.id ?? "")),
      key: `${repo}/pipeline/${lineOf(body)}`,
      at: timeOf(told.finished_at),
      replaces: true,
      ...(isPassed && { resolved: true }),
      // Jobs are told only to a route that names them.
      act: context.isNamed ? actOf("pipeline", [pipelineKey(repo, told.id, ending.level)], context) : undefined,
      tally: tallyOf(isPassed ? "passed-run" : "run", repo, language),
    };
  },
});

/** What a pipeline is kept apart by: whether another started it, its name, and the merge request or branch that it is of. */
function lineOf({ object_attributes: told, merge_request: request }: Pipeline): string {
  const kind = [told.source === "parent_pipeline" ? "child" : "", told.name || "-"].filter(Boolean).join(" ");
  const isOfRequest = told.source === "merge_request_event" && request?.iid != null;
  return `${kind}/${isOfRequest ? `!${request.iid}` : (told.ref ?? "")}`;
}

/** So many jobs are named. */
const most = 5;

function jobsOf({ builds, object_attributes: told }: Pipeline, language: Language): string {
  const failed = (builds ?? []).filter(({ status }) => status === "failed");
  const hard = failed.filter(({ allow_failure: allowed }) => allowed !== true);
  const say = words[language];
  if (told.status === "failed" && hard.length > 0) return say.failed(namesOf(hard, language));
  return told.status === "success" && failed.length > 0 ? say.allowed(namesOf(failed, language)) : "";
}

function namesOf(jobs: NonNullable<Pipeline["builds"]>, language: Language): string {
  const names = jobs.flatMap(({ name }) => name || []);
  const say = words[language];
  return `${names.slice(0, most).join(say.comma)}${names.length > most ? say.more(names.length) : ""}`;
}

/** `MR !1 Test` */
const requestOf = ({ merge_request: request }: Pipeline): string =>
  request?.iid == null ? "" : `MR !${request.iid} ${request.title ?? ""}`;
