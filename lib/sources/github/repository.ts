import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { Account, InRepository, Repository } from "./fields.ts";
import { who } from "../forge/who.ts";

const RepositoryEvent = z.lazy(() =>
  InRepository.extend({
    action: text,
    repository: Repository.extend({ default_branch: text }),
    changes: z
      .object({
        repository: z.object({ name: z.object({ from: text }).nullish() }).nullish(),
        owner: z.object({ from: z.object({ user: Account, organization: Account }).nullish() }).nullish(),
        default_branch: z.object({ from: text }).nullish(),
      })
      .nullish(),
  }),
);

type Say = (who: string, repo: string, from: string) => string;

const words = {
  zh: {
    created: (who, repo) => `${who} 新建了仓库 ${repo}`,
    deleted: (who, repo) => `${who} 删除了仓库 ${repo}`,
    archived: (who, repo) => `${who} 归档了仓库 ${repo}`,
    unarchived: (who, repo) => `${who} 取消了仓库 ${repo} 的归档`,
    renamed: (who, repo, from) => `${who} 把仓库${from && ` ${from} `}改名为 ${repo}`,
    transferred: (who, repo, from) => `${who} 把${from && ` ${from} 的`}仓库转移到 ${repo}`,
    publicized: (who, repo) => `${who} 把仓库 ${repo} 设为公开`,
    privatized: (who, repo) => `${who} 把仓库 ${repo} 设为私有`,
    edited: (who, repo) => `${who} 修改了仓库 ${repo} 的设置`,
  },
  en: {
    created: (who, repo) => `${who} created the repository ${repo}`,
    deleted: (who, repo) => `${who} deleted the repository ${repo}`,
    archived: (who, repo) => `${who} archived the repository ${repo}`,
    unarchived: (who, repo) => `${who} unarchived the repository ${repo}`,
    renamed: (who, repo, from) => `${who} renamed the repository ${from && `${from} `}to ${repo}`,
    transferred: (who, repo, from) => `${who} transferred the repository ${repo}${from && ` from ${from}`}`,
    publicized: (who, repo) => `${who} made the repository ${repo} public`,
    privatized: (who, repo) => `${who} made the repository ${repo} private`,
    edited: (who, repo) => `${who} changed the settings of the repository ${repo}`,
  },
} as const satisfies Record<Language, Readonly<Record<string, Say>>>;

const levels = { deleted: "warning", publicized: "warning" } as const satisfies Record<string, Level>;

/** A repository as a whole was changed. `public` has no action and means that it was made public. */
export const repository = defineEvent({
  schema: RepositoryEvent,
  map({ action, changes, repository: told, sender }, { language }) {
    const repo = told.full_name;
    const done = action ?? "publicized";
    const say = lookUp<Say>(words[language], done) ?? words[language].edited;
    const from = done === "renamed" ? changes?.repository?.name?.from : oldOwner(changes);
    return {
      level: lookUp<Level>(levels, done) ?? "info",
      title: say(who(sender, language), repo, from ?? ""),
      lines: [branchesOf(changes, told.default_branch)],
      link: done === "deleted" ? undefined : told.html_url,
      key: `${repo}/repository`,
    };
  },
});

type Changes = z.infer<typeof RepositoryEvent>["changes"];

/** `master → main`, where the default branch is another now. */
function branchesOf(changes: Changes, branch: string | null | undefined): string {
  const from = changes?.default_branch?.from;
  return from && branch ? `${from} → ${branch}` : "";
}

function oldOwner(changes: Changes): string | null | undefined {
  const from = changes?.owner?.from;
  return from?.user?.login ?? from?.organization?.login;
}
