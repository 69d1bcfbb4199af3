import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { Account, InRepository } from "./fields.ts";
import { tallyOf } from "../forge/tally.ts";
import { who } from "../forge/who.ts";

const Member = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    member: Account,
    changes: z
      .object({
        permission: z.object({ from: text, to: text }).nullish(),
        old_permission: z.object({ from: text }).nullish(),
      })
      .nullish(),
  }),
);

type Say = (who: string, repo: string, member: string) => string;

type Words = Readonly<Record<"added" | "removed" | "edited", Say>>;

const words = {
  zh: {
    added: (who, repo, member) =>
      who === member ? `${member} 成为 ${repo} 的协作者` : `${who} 把 ${member} 加为 ${repo} 的协作者`,
    removed: (who, repo, member) =>
      who === member ? `${member} 不再是 ${repo} 的协作者` : `${who} 把 ${member} 从 ${repo} 的协作者中移除`,
    edited: (who, repo, member) => `${who} 调整了 ${member} 在 ${repo} 的权限`,
  },
  en: {
    added: (who, repo, member) =>
      who === member
        ? `${member} became a collaborator on ${repo}`
        : `${who} added ${member} as a collaborator on ${repo}`,
    removed: (who, repo, member) =>
      who === member
        ? `${member} left the collaborators of ${repo}`
        : `${who} removed ${member} from the collaborators of ${repo}`,
    edited: (who, repo, member) => `${who} changed ${member}’s permission on ${repo}`,
  },
} as const satisfies Record<Language, Words>;

/** Who may work on a repository has changed. */
export const member = defineEvent({
  schema: Member,
  map({ action, member, changes, repository, sender }, { language }) {
    const repo = repository.full_name;
    const say = lookUp<Say>(words[language], action) ?? words[language].edited;
    const from = changes?.permission?.from ?? changes?.old_permission?.from;
    const to = changes?.permission?.to;
    return {
      level: "info",
      title: say(who(sender, language), repo, who(member, language)),
      lines: [from && to ? `${from} → ${to}` : to],
      link: repository.html_url,
      key: `${repo}/members`,
      tally: tallyOf("member", repo, language, sender),
    };
  },
});
