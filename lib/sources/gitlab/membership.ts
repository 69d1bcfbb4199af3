import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { text } from "../forge/fields.ts";
import { joinChinese } from "../forge/join-chinese.ts";
import { tallyOf } from "../forge/tally.ts";
import { who } from "../forge/who.ts";
import { lookUp } from "../look-up.ts";
import { loginOf } from "./actor.ts";
import { defineEvent, type GitlabEvent } from "./event.ts";
import { Envelope } from "./fields.ts";
import { pageOf } from "./page.ts";

const Membership = z.lazy(() =>
  Envelope.extend({
    group_name: text,
    group_path: text,
    group_access: text,
    access_level: text,
    project_name: text,
    expires_at: text,
  }),
);

type Membership = z.infer<typeof Membership>;

type Deed = "add" | "remove" | "update" | "request" | "denied" | "revoked";

type Say = (who: string, where: string) => string;

type Words = Readonly<Record<Deed, Say>> & {
  readonly group: (name: string) => string;
  readonly role: (role: string) => string;
  readonly until: (day: string) => string;
};

/** GitLab tells whom it is about, not who did it. */
const words = {
  zh: {
    add: (who, where) => `${who} ${joinChinese("成为", where, "的成员")}`,
    remove: (who, where) => `${who} ${joinChinese("不再是", where, "的成员")}`,
    update: (who, where) => `${who} ${joinChinese("在", where, "的成员资格有变动")}`,
    request: (who, where) => `${who} ${joinChinese("申请加入", where)}`,
    denied: (who, where) => `${who} ${joinChinese("加入", where, "的申请被拒绝")}`,
    revoked: (who, where) => `${who} ${joinChinese("加入", where, "的申请已撤销")}`,
    group: (name) => `群组 ${name}`,
    role: (role) => `角色：${role}`,
    until: (day) => `到期：${day}`,
  },
  en: {
    add: (who, where) => `${who} became a member of ${where}`,
    remove: (who, where) => `${who} is no longer a member of ${where}`,
    update: (who, where) => `The membership of ${who} in ${where} changed`,
    request: (who, where) => `${who} asks to join ${where}`,
    denied: (who, where) => `The request of ${who} to join ${where} was denied`,
    revoked: (who, where) => `The request of ${who} to join ${where} was withdrawn`,
    group: (name) => `group ${name}`,
    role: (role) => `Role: ${role}`,
    until: (day) => `Until: ${day}`,
  },
} as const satisfies Record<Language, Words>;

/** Someone is waited for. */
const levels = { request: "warning" } as const satisfies Record<string, Level>;

/** What becomes of it leaves no role to tell. */
const roleless: readonly Deed[] = ["remove", "denied", "revoked"];

/** Somebody joined, left or asks to join a group or a project. */
const membership = (deed: Deed): GitlabEvent =>
  defineEvent({
    schema: Membership,
    map(body, { language }) {
      const { name, said, page } = placeOf(body, language);
      return {
        level: lookUp<Level>(levels, deed) ?? "info",
        title: words[language][deed](who({ login: loginOf(body) }, language), said),
        lines: roleless.includes(deed) ? [] : [roleOf(body, language)],
        link: page,
        key: `${name}/members`,
        tally: tallyOf("group-member", name, language),
      };
    },
  });

/** The group or project, as it is told; of a group, GitLab tells no address, so that the page is the person's. */
function placeOf(body: Membership, language: Language) {
  const group = body.group_name || body.group_path;
  if (group) {
    const account = body.user_username;
    const page = account ? pageOf(body.instance, account) : undefined;
    return { name: group, said: words[language].group(group), page };
  }
  const name = body.project?.path_with_namespace ?? body.project_name ?? "GitLab";
  return { name, said: name, page: pageOf(body.project?.web_url, "-/project_members") };
}

/** `Role: Guest · Until: 2020-12-14` */
function roleOf(
  { group_access: inGroup, access_level: inProject, expires_at: end }: Membership,
  language: Language,
): string {
  const role = inGroup || inProject;
  const say = words[language];
  return [role && say.role(role), end && say.until(end.slice(0, 10))].filter(Boolean).join(" · ");
}

/** GitLab's events of members, by its names. */
export const memberships: Readonly<Record<string, GitlabEvent>> = {
  user_add_to_group: membership("add"),
  user_add_to_team: membership("add"),
  user_remove_from_group: membership("remove"),
  user_remove_from_team: membership("remove"),
  user_update_for_group: membership("update"),
  user_update_for_team: membership("update"),
  user_access_request_to_group: membership("request"),
  user_access_request_to_project: membership("request"),
  user_access_request_denied_for_group: membership("denied"),
  user_access_request_denied_for_project: membership("denied"),
  user_access_request_revoked_for_group: membership("revoked"),
  user_access_request_revoked_for_project: membership("revoked"),
};
