import * as z from "zod";
import type { Act } from "../../model/act.ts";
import type { MapContext } from "../../model/source.ts";
import { endKey, mergeKey } from "../forge/acts.ts";
import { number, text } from "../forge/fields.ts";
import { commitLines, type PushKind, tellPush } from "../forge/push-words.ts";
import { tellRef } from "../forge/ref-words.ts";
import { branchOfRef, isNothing, shortRef } from "../forge/ref.ts";
import { tallyOf } from "../forge/tally.ts";
import type { Telling } from "../forge/telling.ts";
import { actOf } from "./acts.ts";
import { actorOf, doerOf } from "./actor.ts";
import { defineEvent } from "./event.ts";
import { Commit, InProject } from "./fields.ts";
import { pageOf } from "./page.ts";

const Push = z.lazy(() =>
  InProject.extend({
    ref: z.string(),
    before: text,
    after: text,
    checkout_sha: text,
    /** Of a tag with an annotation. */
    message: text,
    commits: z.array(Commit).nullish(),
    total_commits_count: number,
  }),
);

type Push = z.infer<typeof Push>;

/**
 * A push to a branch, a new one, or the end of one, which GitLab tells by the same event. It does not tell whether a push was
 * forced; of more than twenty commits it lists the newest, and in system hooks none.
 */
export const push = defineEvent({
  schema: Push,
  branch: (body) => branchOfRef(body.ref),
  map: (body, context) => (isNothing(body.before) || isGone(body) ? tellOfRef : tellCommits)(body, context),
});

/** A tag came, went or was moved. */
export const tagPush = defineEvent({ schema: Push, map: (body, context) => push.map(body, context) });

/** Older versions tell a tag that went by the want of a checkout alone. */
const isGone = ({ after, checkout_sha: checkout }: Push): boolean => isNothing(after) || checkout === null;

const countOf = ({ total_commits_count: total, commits }: Push): number => Math.max(total ?? 0, commits?.length ?? 0);

function tellCommits(body: Push, context: MapContext): Telling {
  const { language } = context;
  const repo = body.project.path_with_namespace;
  const count = countOf(body);
  const isTag = body.ref.startsWith("refs/tags/");
  const who = actorOf(body, language);
  const lines = isTag ? [] : linesOf(body, context);
  const kind: PushKind = count > 0 ? "pushed" : "moved";
  return {
    level: isTag ? "warning" : "info",
    title: tellPush({ kind: isTag ? "tag" : kind, who, repo, ref: body.ref, count, sha: body.after }, language),
    lines,
    link: pageOf(body.project.web_url, "-/compare", `${body.before ?? ""}...${body.after ?? ""}`),
    key: `${repo}/${body.ref}`,
    act: isTag ? undefined : pushAct(body, context, lines),
    tally: tallyOf("push", repo, language, doerOf(body)),
  };
}

const linesOf = (body: Push, { language }: MapContext): readonly string[] =>
  commitLines(
    { newestFirst: (body.commits ?? []).toReversed(), count: countOf(body) },
    actorOf(body, language),
    language,
  );

/** A push may be a merge's, whose merge request tells all but its commits; one of a merge commit alone adds nothing. */
const pushAct = ({ project, ref, after }: Push, context: MapContext, lines: readonly string[]): Act | undefined =>
  actOf(
    "push",
    [mergeKey(project.path_with_namespace, ref, after)],
    context,
    lines.filter((line) => isCommit.test(line) && !isOfMerge.test(line)),
  );

const isCommit = /^[0-9a-f]{7} /;

const isOfMerge = /^\S+ Merge branch '/;

/** A branch or tag that came or went; a new branch is told by its commits where it has any. */
function tellOfRef(body: Push, context: MapContext): Telling {
  const { language } = context;
  const { ref, project, message } = body;
  const repo = project.path_with_namespace;
  const verb = isGone(body) ? "delete" : "create";
  const kind = ref.startsWith("refs/tags/") ? "tag" : "branch";
  const count = kind === "branch" && verb === "create" ? countOf(body) : 0;
  const who = actorOf(body, language);
  return {
    level: "info",
    title:
      count > 0
        ? tellPush({ kind: "began", who, repo, ref, count, sha: body.after }, language)
        : tellRef({ verb, kind, ref: shortRef(ref), repo, who }, language),
    lines: count > 0 ? linesOf(body, context) : [message?.split("\n", 1)[0]],
    link: verb === "delete" ? project.web_url : pageOf(project.web_url, `-/${pages[kind]}`, shortRef(ref)),
    key: `${repo}/${ref}`,
    act: kind === "branch" ? refAct(verb, body, context) : undefined,
    tally: tallyOf(
      count > 0 ? "push" : `${verb === "create" ? "new" : "deleted"}-${kind}`,
      repo,
      language,
      doerOf(body),
    ),
  };
}

const pages = { branch: "commits", tag: "tags" } as const;

/** A branch ends by a merge. */
function refAct(verb: "create" | "delete", { ref, project, after }: Push, context: MapContext): Act | undefined {
  const repo = project.path_with_namespace;
  return verb === "delete"
    ? actOf("branch-end", [endKey(repo, shortRef(ref))], context)
    : actOf("push", [mergeKey(repo, ref, after)], context);
}
