import type { Language } from "../../model/language.ts";
import { nameAmid, nameBefore } from "../monitor/name-before.ts";

type Said = (project: string, title: string) => string;

type Done = (doer: string | undefined, project: string, title: string) => string;

type Words = {
  readonly created: Said;
  readonly unresolved: Said;
  readonly regressed: Said;
  readonly escalating: Said;
  readonly resolved: Done;
  readonly archived: Done;
  readonly assigned: (doer: string | undefined, to: string, project: string, title: string) => string;
  /** An issue with an action that has no words. */
  readonly other: (action: string, project: string, title: string) => string;
  readonly alert: Said;
  readonly metric: (name: string, isOver: boolean) => string;
  readonly comment: Readonly<Record<"created" | "updated" | "deleted", (who: string, project: string) => string>>;
  readonly removed: string;
  readonly resource: (resource: string, action: string) => string;
  readonly seen: (times: string, users: string | undefined) => string;
  readonly rule: (rule: string) => string;
  readonly environment: (name: string) => string;
  readonly release: (name: string) => string;
  readonly lasted: (length: string) => string;
  readonly someone: string;
  readonly unnamed: string;
  readonly image: string;
  /** What a digest counts, to follow any number from 3 on. */
  readonly tally: Readonly<Record<"issue" | "alert" | "comment", string>>;
};

const by = (doer: string | undefined): string => (doer === undefined ? "" : ` by ${doer}`);

/** What the relay says of Sentry's issues, in its own words. */
export const words = {
  zh: {
    created: (project, title) => `${nameBefore(project)}有新问题：${title}`,
    unresolved: (project, title) => `${nameBefore(project)}的问题重新打开：${title}`,
    regressed: (project, title) => `${nameBefore(project)}的问题又出现了：${title}`,
    escalating: (project, title) => `${nameBefore(project)}的问题在加剧：${title}`,
    resolved: (doer, project, title) =>
      doer === undefined
        ? `${nameBefore(project)}的问题已解决：${title}`
        : `${nameBefore(doer)}解决了${nameAmid(project)}的问题：${title}`,
    archived: (doer, project, title) =>
      doer === undefined
        ? `${nameBefore(project)}的问题已归档：${title}`
        : `${nameBefore(doer)}归档了${nameAmid(project)}的问题：${title}`,
    assigned: (doer, to, project, title) =>
      doer === undefined
        ? `${nameBefore(project)}的问题交给了${nameAmid(to).trimEnd()}：${title}`
        : `${nameBefore(doer)}把${nameAmid(project)}的问题交给了${nameAmid(to).trimEnd()}：${title}`,
    other: (action, project, title) => `${nameBefore(project)}的问题（${action}）：${title}`,
    alert: (project, title) => `${nameBefore(project)}触发告警：${title}`,
    metric: (name, isOver) => `${nameBefore(name)}${isOver ? "已恢复" : "触发告警"}`,
    comment: {
      created: (who, project) => `${nameBefore(who)}评论了${nameAmid(project)}的问题`,
      updated: (who, project) => `${nameBefore(who)}修改了对${nameAmid(project)}的问题的评论`,
      deleted: (who, project) => `${nameBefore(who)}删除了对${nameAmid(project)}的问题的评论`,
    },
    removed: "Sentry 的集成被卸载了，不会再有通知",
    resource: (resource, action) => `Sentry 事件 ${resource}.${action}`,
    seen: (times, users) => `出现 ${times} 次${users === undefined ? "" : `，影响 ${users} 人`}`,
    rule: (rule) => `规则：${rule}`,
    environment: (name) => `环境：${name}`,
    release: (name) => `版本：${name}`,
    lasted: (length) => `持续 ${length}`,
    someone: "有人",
    unnamed: "Sentry",
    image: "[图片]",
    tally: { issue: "个问题变动", alert: "次告警", comment: "条评论" },
  },
  en: {
    created: (project, title) => `New issue in ${project}: ${title}`,
    unresolved: (project, title) => `Issue reopened in ${project}: ${title}`,
    regressed: (project, title) => `Issue is back in ${project}: ${title}`,
    escalating: (project, title) => `Issue is escalating in ${project}: ${title}`,
    resolved: (doer, project, title) => `Issue resolved in ${project}${by(doer)}: ${title}`,
    archived: (doer, project, title) => `Issue archived in ${project}${by(doer)}: ${title}`,
    assigned: (doer, to, project, title) => `Issue in ${project} assigned to ${to}${by(doer)}: ${title}`,
    other: (action, project, title) => `Issue in ${project} (${action}): ${title}`,
    alert: (project, title) => `Alert in ${project}: ${title}`,
    metric: (name, isOver) => `${name}: ${isOver ? "resolved" : "firing"}`,
    comment: {
      created: (who, project) => `${who} commented on an issue in ${project}`,
      updated: (who, project) => `${who} edited a comment on an issue in ${project}`,
      deleted: (who, project) => `${who} deleted a comment on an issue in ${project}`,
    },
    removed: "Sentry’s integration was uninstalled: it sends nothing more",
    resource: (resource, action) => `Sentry event ${resource}.${action}`,
    seen: (times, users) => `Seen ${times} times${users === undefined ? "" : `, by ${users} users`}`,
    rule: (rule) => `Rule: ${rule}`,
    environment: (name) => `Environment: ${name}`,
    release: (name) => `Release: ${name}`,
    lasted: (length) => `Lasted ${length}`,
    someone: "Someone",
    unnamed: "Sentry",
    image: "[image]",
    tally: { issue: "issue updates", alert: "alerts", comment: "comments" },
  },
} as const satisfies Record<Language, Words>;
