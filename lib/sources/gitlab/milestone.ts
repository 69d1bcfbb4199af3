import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { number, text } from "../forge/fields.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { Envelope } from "./fields.ts";
import { Group, ownerOf } from "./owner.ts";
import { pageOf } from "./page.ts";
import { timeOf } from "./time.ts";

const Milestone = z.lazy(() =>
  Envelope.extend({
    action: text,
    group: Group,
    object_attributes: z.object({ iid: number, title: z.string(), due_date: text, updated_at: text }),
  }),
);

type Say = (where: string, title: string) => string;

type Words = {
  readonly deeds: Readonly<Record<string, Say>>;
  readonly due: (date: string) => string;
};

/** GitLab does not tell who did it. */
const words: Readonly<Record<Language, Words>> = {
  zh: {
    deeds: {
      create: (where, title) => `${where} 有了新里程碑：${title}`,
      close: (where, title) => `${where} 的里程碑已关闭：${title}`,
      reopen: (where, title) => `${where} 的里程碑重新打开：${title}`,
      delete: (where, title) => `${where} 的里程碑已删除：${title}`,
    },
    due: (date) => `截止日期：${date}`,
  },
  en: {
    deeds: {
      create: (where, title) => `New milestone in ${where}: ${title}`,
      close: (where, title) => `Milestone closed in ${where}: ${title}`,
      reopen: (where, title) => `Milestone reopened in ${where}: ${title}`,
      delete: (where, title) => `Milestone deleted in ${where}: ${title}`,
    },
    due: (date) => `Due: ${date}`,
  },
};

/** A milestone of a project or a group. */
export const milestone = defineEvent({
  schema: Milestone,
  map(body, { language }) {
    const { action, object_attributes: told } = body;
    const say = lookUp(words[language].deeds, action);
    if (!say) return undefined;
    const owner = ownerOf(body);
    const id = told.iid == null ? undefined : String(told.iid);
    const isGone = action === "delete";
    return {
      level: "info",
      title: say(owner.name, told.title),
      lines: [told.due_date && !isGone ? words[language].due(told.due_date) : ""],
      link: id === undefined || isGone ? owner.page : pageOf(owner.page, "-/milestones", id),
      key: `${owner.name}/milestone/${id ?? told.title}`,
      at: timeOf(told.updated_at),
    };
  },
});
