import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { endingOf, tellEnding } from "../forge/endings.ts";
import { flag, number, text } from "../forge/fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { lookUp } from "../look-up.ts";
import { actOf, pipelineKey } from "./acts.ts";
import { defineEvent } from "./event.ts";
import { InProject } from "./fields.ts";
import { pageOf } from "./page.ts";
import { placeOfRun } from "./runs.ts";
import { timeOf } from "./time.ts";

const Job = z.lazy(() =>
  InProject.extend({
    ref: text,
    tag: flag,
    build_id: number,
    build_name: text,
    build_stage: text,
    build_status: text,
    build_allow_failure: flag,
    build_failure_reason: text,
    build_finished_at: text,
    build_finished_at_iso: text,
    pipeline_id: number,
  }),
);

/** GitLab's reasons in Chinese; English reads them as they are. */
const reasons = {
  script_failure: "脚本失败",
  runner_system_failure: "Runner 系统故障",
  stuck_or_timeout_failure: "卡住或超时",
  job_execution_timeout: "执行超时",
  missing_dependency_failure: "缺少依赖的产物",
  runner_unsupported: "Runner 不支持",
  api_failure: "API 故障",
} as const satisfies Record<string, string>;

const allowed = { zh: "允许失败", en: "allowed to fail" } as const satisfies Record<Language, string>;

/** A job is told only when it fails, and only to a route that names this event: how all of them ended, the pipeline tells. */
export const job = defineEvent({
  schema: Job,
  branch: (body) => (body.tag === true ? undefined : (body.ref ?? undefined)),
  map(body, context) {
    const { language, isNamed } = context;
    if (!isNamed || body.build_status !== "failed") return undefined;
    const { project, build_id: id, pipeline_id: pipeline } = body;
    const repo = project.path_with_namespace;
    const ending = endingOf("failure");
    const isAllowed = body.build_allow_failure === true;
    const level = isAllowed ? "warning" : ending.level;
    const name = [body.build_stage, body.build_name].filter(Boolean).join(" / ") || "job";
    const why = [reasonOf(body.build_failure_reason, language), isAllowed ? allowed[language] : ""]
      .filter(Boolean)
      .join(" · ");
    return {
      level,
      title: tellEnding({ name, where: placeOfRun(repo, body.ref), ending }, language),
      lines: [why],
      link: id == null ? project.web_url : pageOf(project.web_url, "-/jobs", String(id)),
      key: `${repo}/job/${name}/${body.ref ?? ""}`,
      at: body.build_finished_at_iso ?? timeOf(body.build_finished_at),
      act: actOf("job", [pipelineKey(repo, pipeline, level)], context, [[name, why].filter(Boolean).join(" · ")]),
      tally: tallyOf("run", repo, language),
    };
  },
});

function reasonOf(reason: string | null | undefined, language: Language): string {
  if (!reason || reason === "unknown_failure") return "";
  return (language === "zh" ? lookUp<string>(reasons, reason) : undefined) ?? reason.replaceAll("_", " ");
}
