import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { number, text } from "../forge/fields.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { Envelope } from "./fields.ts";
import { pageOf } from "./page.ts";
import { timeOf } from "./time.ts";

const Milestone = z.lazy(() =>
  Envelope.extend({
    action: text,
    group: z.object({ group_name: text, full_path: text, web_url: text }).nullish(),
    object_attributes: z.object({ iid: number, title: z.string(), due_date: text, updated_at: text }),
  }),
);

type Say = (where: string, title: string) => string;

type Words = Readonly<Record<"create" | "close" | "reopen" | "delete", Say>> & {
  readonly due: (date: string) => string;
};

/** GitLab does not tell who did it. */
const words = {
  zh: {
    create: (where, title) => `${where} 有了新里程碑：${title}`,
    close: (where, title) => `${where} 的里程碑已关闭：${title}`,
    reopen: (where, title) => `${where} 的里程碑重新打开：${title}`,
    delete: (where, title) => `${where} 的里程碑已删除：${title}`,
    due: (date) => `截止日期：${date}`,
  },
  en: {
    create: (where, title) => `New milestone in ${where}: ${title}`,
    close: (where, title) => `Milestone closed in ${where}: ${title}`,
    reopen: (where, title) => `Milestone reopened in ${where}: ${title}`,
    delete: (where, title) => `Milestone deleted in ${where}: ${title}`,
    due: (date) => `Due: ${date}`,
  },
} as const satisfies Record<Language, Words>;

/** A milestone of a project or a group. */
export const milestone = defineEvent({
  schema: Milestone,
  map({ action, group, project, object_attributes: told }, { language }) {
    const say = lookUp<Say>(words[language], action === "due" ? undefined : action);
    if (!say) return undefined;
    const where = project?.path_with_namespace ?? group?.full_path ?? group?.group_name ?? "GitLab";
    return {
      level: "info",
      title: say(where, told.title),
      lines: [told.due_date && action !== "delete" ? words[language].due(told.due_date) : ""],
      link:
        told.iid == null || action === "delete"
          ? project?.web_url
          : pageOf(project?.web_url, "-/milestones", String(told.iid)),
      key: `${where}/milestone/${told.iid ?? told.title}`,
      at: timeOf(told.updated_at),
    };
  },
});
