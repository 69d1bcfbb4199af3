import { minute } from "../../base/time.ts";
import type { Act } from "../../model/act.ts";
import type { Level } from "../../model/level.ts";
import { isRefusal, refuse } from "../../model/refusal.ts";
import type { MapContext, Parsed } from "../../model/source.ts";
import { defineFormat } from "../define-format.ts";
import { firstFault } from "../first-fault.ts";
import { readLevel } from "../levels/read-level.ts";
import { lookUp } from "../look-up.ts";
import { asNotice } from "../monitor/as-notice.ts";
import { oneLine } from "../one-line.ts";
import { readJson } from "../read-json.ts";
import { branchOf, JenkinsBody, nameOf } from "./body.ts";
import { linesOf } from "./lines.ts";
import { type Stage, words } from "./words.ts";

/** Jenkins' notification plugin, its format JSON. The body that fits is handed on as it came. */
export const jenkinsFormat = defineFormat<unknown>({
  parse(inbound) {
    const read = readJson(inbound.body);
    if (isRefusal(read)) return read;
    const fitted = JenkinsBody.safeParse(read.json);
    if (!fitted.success) return refuse("invalid", ...firstFault(fitted.error));
    const body = fitted.data;
    const { phase, status } = body.build;
    const branch = branchOf(body);
    return {
      event: phase.toLowerCase(),
      ...(status && { action: status.toLowerCase() }),
      content: JSON.stringify(body),
      ...(branch && { branch: oneLine(branch) }),
      bot: false,
      body: read.json,
    };
  },

  /** The beginning is told only to a route that names it: what comes of it is what counts. */
  map(parsed, context) {
    const { event, action } = parsed;
    if ((event === "queued" || event === "started") && !context.isNamed) return undefined;
    const body = JenkinsBody.parse(parsed.body);
    const { build } = body;
    const job = nameOf(body);
    const stage = stageOf(parsed);
    const level = levelOf(stage, context);
    const { tally } = words[context.language];
    return asNotice(
      "jenkins",
      action ? `${event}.${action}` : event,
      {
        level,
        title: titleOf(`${job} #${build.number}`, stage, context),
        lines: linesOf(body, context),
        link: build.full_url,
        at: build.timestamp == null ? undefined : timeOf(build.timestamp),
        key: [job, branchOf(body)].filter(Boolean).join("/"),
        replaces: action !== undefined,
        resolved: stage === "success",
        act: actOf(parsed, `${job} #${build.number}`, context),
        tally: { where: job, what: lookUp(tally, stage) ?? tally.other },
      },
      context.at,
    );
  },
});

/** A phase's name where a build has no result yet. */
const stageOf = ({ event, action }: Parsed): string => action ?? event;

/** An aborted build was somebody's wish; one that was not built is no news. */
const levels = {
  success: "success",
  unstable: "warning",
  failure: "error",
  aborted: "warning",
} as const satisfies Partial<Record<Stage, Level>>;

const levelOf = (stage: string, { levels: scale = {} }: MapContext): Level =>
  stage === "success" ? "success" : (readLevel(lookUp(scale, stage) ?? "") ?? lookUp<Level>(levels, stage) ?? "info");

function titleOf(build: string, stage: string, { language }: MapContext): string {
  const say = words[language];
  return lookUp<(build: string) => string>(say.stages, stage)?.(build) ?? say.other(build, stage);
}

/** A time that is none is left out. */
function timeOf(ms: number): Date | undefined {
  const time = new Date(ms);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

const ranks = { completed: 1, finalized: 2 } as const;

/** A build ends twice: before what comes after it (archiving, reports), and after that. One of them is told. */
function actOf({ event, action }: Parsed, build: string, { hears }: MapContext): Act | undefined {
  const rank = lookUp<number>(ranks, event);
  const other = event === "completed" ? "finalized" : "completed";
  if (rank === undefined || !hears?.(other, action)) return undefined;
  return { keys: [`${build}/${action ?? ""}`], rank, after: 1, keep: 60 * minute };
}
