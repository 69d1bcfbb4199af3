import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { fromComment, tellComment } from "../forge/comment-words.ts";
import { flag, number, text } from "../forge/fields.ts";
import { placeOf } from "../forge/place.ts";
import { shortSha } from "../forge/ref.ts";
import { tallyOf } from "../forge/tally.ts";
import { itIn, withTitle } from "../forge/thread-words.ts";
import { lookUp } from "../look-up.ts";
import { actorOf, doerOf } from "./actor.ts";
import { isConfidential, isHidden, markOf } from "./confidential.ts";
import { defineEvent } from "./event.ts";
import { InProject } from "./fields.ts";
import { timeOf } from "./time.ts";

const Thread = z.object({ iid: number, title: text, url: text, confidential: flag, target_branch: text }).nullish();

const Note = z.lazy(() =>
  InProject.extend({
    object_attributes: z.object({
      id: number,
      note: text,
      url: text,
      action: text,
      system: flag,
      confidential: flag,
      internal: flag,
      commit_id: text,
      created_at: text,
      updated_at: text,
      position: z.object({ new_path: text, old_path: text, new_line: number }).nullish(),
      st_diff: z.object({ new_path: text }).nullish(),
    }),
    merge_request: Thread,
    issue: Thread,
    commit: z.object({ id: z.string(), message: text, url: text }).nullish(),
    snippet: z.object({ id: number, title: text, url: text }).nullish(),
  }),
);

type Note = z.infer<typeof Note>;

/** What was commented on. */
type Subject = {
  readonly noun: string;
  readonly title?: string | null | undefined;
  readonly link?: string | null | undefined;
  readonly key: string;
};

const nouns = {
  zh: { commit: "提交", snippet: "代码片段", thing: "讨论" },
  en: { commit: "commit", snippet: "snippet", thing: "discussion" },
} as const satisfies Record<Language, Readonly<Record<"commit" | "snippet" | "thing", string>>>;

const internal = {
  zh: (who, it) => `${who} 在 ${it} 写了内部评论`,
  en: (who, it) => `${who} wrote an internal note on ${it}`,
} as const satisfies Record<Language, (who: string, it: string) => string>;

/** GitLab's actions in the words of comments. */
const actions = { create: "created", update: "edited" } as const;

/** A comment on a merge request, an issue, a commit or a snippet. What GitLab itself notes down there, its other events tell. */
export const note = defineEvent({
  schema: Note,
  branch: (body) => body.merge_request?.target_branch ?? undefined,
  map(body, context) {
    const { language } = context;
    const { object_attributes: told, project, issue } = body;
    if (told.system === true) return undefined;
    const repo = project.path_with_namespace;
    const secret = isConfidential(body, told, issue);
    const hidden = isHidden(secret, context);
    // An internal note stands in a thread that everyone may read.
    const isOfSecret = secret && issue != null && issue.confidential !== false;
    const { noun, title, link, key } = subjectOf(body, language);
    const action = lookUp(actions, told.action) ?? "created";
    const it = itIn({ repo, noun: `${markOf(isOfSecret, language)}${noun}` }, language);
    const who = actorOf(body, language);
    const said = secret && !isOfSecret ? internal[language](who, it) : tellComment(action, who, it, language);
    const { created_at: created, updated_at: updated } = told;
    const comment = { body: told.note, html_url: told.url, created_at: timeOf(created), updated_at: timeOf(updated) };
    const from = fromComment(comment, action, link, language);
    return {
      level: "info",
      title: title && !(hidden && isOfSecret) ? withTitle(said, title, language) : said,
      ...from,
      lines: hidden ? [] : [placeOfNote(told), ...from.lines],
      key: `${repo}${key}`,
      tally: tallyOf("comment", repo, language, doerOf(body)),
    };
  },
});

function subjectOf(body: Note, language: Language): Subject {
  const { merge_request: request, issue, commit, snippet, object_attributes: told } = body;
  const say = nouns[language];
  if (request)
    return { noun: numbered("MR", "!", request.iid), title: request.title, link: request.url, key: `!${request.iid}` };
  if (issue)
    return { noun: numbered("issue", "#", issue.iid), title: issue.title, link: issue.url, key: `#${issue.iid}` };
  const sha = commit?.id ?? told.commit_id;
  if (sha) {
    const title = commit?.message?.trimStart().split("\n", 1)[0];
    return { noun: `${say.commit} ${shortSha(sha)}`, title, link: commit?.url, key: `/commit/${sha}` };
  }
  if (snippet)
    return {
      noun: numbered(say.snippet, "$", snippet.id),
      title: snippet.title,
      link: snippet.url,
      key: `/snippet/${snippet.id}`,
    };
  return { noun: say.thing, link: body.project.web_url, key: `/note/${told.id}` };
}

const numbered = (noun: string, sign: string, number: number | null | undefined): string =>
  number == null ? noun : `${noun} ${sign}${number}`;

const placeOfNote = ({ position, st_diff: diff }: Note["object_attributes"]): string =>
  placeOf({ path: position?.new_path || position?.old_path || diff?.new_path, line: position?.new_line });
