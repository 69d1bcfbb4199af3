import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { text } from "../forge/fields.ts";
import { defineEvent, type GitlabEvent } from "./event.ts";
import { Envelope } from "./fields.ts";
import { pageOf } from "./page.ts";

const Place = z.lazy(() =>
  Envelope.extend({
    name: text,
    path: text,
    full_path: text,
    old_path: text,
    old_full_path: text,
    old_path_with_namespace: text,
    owner_name: text,
    project_visibility: text,
  }),
);

type Place = z.infer<typeof Place>;

type Deed = "created" | "deleted" | "renamed" | "moved" | "changed";

type Say = (it: string, from: string) => string;

type Words = Readonly<Record<Deed, Say>> & {
  readonly nouns: Readonly<Record<"project" | "group", string>>;
  readonly owner: (name: string) => string;
};

/** GitLab does not tell who did it. */
const words = {
  zh: {
    created: (it) => `新建了${it}`,
    deleted: (it) => `${it} 已删除`,
    renamed: (it, from) => `${it} 改了名，原名 ${from}`,
    moved: (it, from) => `${it} 是从 ${from} 转移来的`,
    changed: (it) => `${it} 的设置有变动`,
    nouns: { project: "项目", group: "群组" },
    owner: (name) => `所有者：${name}`,
  },
  en: {
    created: (it) => `New ${it}`,
    deleted: (it) => `Deleted: ${it}`,
    renamed: (it, from) => `Renamed: ${it}, formerly ${from}`,
    moved: (it, from) => `Transferred: ${it}, formerly ${from}`,
    changed: (it) => `Settings changed: ${it}`,
    nouns: { project: "project", group: "group" },
    owner: (name) => `Owner: ${name}`,
  },
} as const satisfies Record<Language, Words>;

const level = (deed: Deed): Level => (deed === "deleted" ? "warning" : "info");

/** A project or a group as a whole came, went, or is another now: of system hooks, and of a group's own. */
const place = (noun: "project" | "group", deed: Deed): GitlabEvent =>
  defineEvent({
    schema: Place,
    map(body, { language }) {
      const say = words[language];
      const path = pathOf(body);
      const it = `${say.nouns[noun]} ${path}`;
      return {
        level: level(deed),
        title: say[deed](it, formerOf(body)),
        lines: [ownerOf(body, language)],
        link: deed === "deleted" ? body.instance : (body.project?.web_url ?? groupPage(body)),
        key: `${path}/${noun}`,
      };
    },
  });

const pathOf = ({ project, full_path: full, path, name }: Place): string =>
  project?.path_with_namespace || full || path || name || "?";

const formerOf = ({ old_path_with_namespace: ofProject, old_full_path: full, old_path: path }: Place): string =>
  ofProject || full || path || "?";

/** Of a group without its full path the address is not known. */
const groupPage = ({ instance, full_path: full }: Place): string | undefined =>
  full ? pageOf(instance, full) : (instance ?? undefined);

/** `Owner: alice · private` */
const ownerOf = ({ owner_name: owner, project_visibility: visibility }: Place, language: Language): string =>
  [owner && words[language].owner(owner), visibility].filter(Boolean).join(" · ");

/** GitLab's events of projects and groups, by its names. */
export const places: Readonly<Record<string, GitlabEvent>> = {
  project_create: place("project", "created"),
  project_destroy: place("project", "deleted"),
  project_rename: place("project", "renamed"),
  project_transfer: place("project", "moved"),
  project_update: place("project", "changed"),
  group_create: place("group", "created"),
  group_destroy: place("group", "deleted"),
  group_rename: place("group", "renamed"),
  subgroup_create: place("group", "created"),
  subgroup_destroy: place("group", "deleted"),
};
