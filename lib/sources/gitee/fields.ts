import * as z from "zod";
import { number, text } from "../forge/fields.ts";
import type { Json } from "../github/as-github.ts";

export const Person = z.object({ name: text, login: text, username: text, user_name: text }).nullish();

type Person = z.infer<typeof Person>;

/** The name by which Gitee shows people, in commits too, rather than that of their account. */
export const nameOf = (person: Person): string | undefined =>
  person?.name || person?.login || person?.username || person?.user_name || undefined;

export const accountOf = (person: Person): { readonly login: string | undefined } => ({ login: nameOf(person) });

const Repository = z.object({ full_name: text, path_with_namespace: text, html_url: text, url: text });

/** What every body has; `project` is the same as `repository`, and older. */
export const Envelope = z.object({
  action: text,
  sender: Person,
  updated_by: Person,
  author: Person,
  repository: Repository.nullish(),
  project: Repository.nullish(),
});

type Envelope = z.infer<typeof Envelope>;

/** What GitHub's bodies say of who and where. */
export const whoAndWhere = ({ sender, updated_by: updater, author, repository, project }: Envelope): Json => {
  const told = repository ?? project;
  return {
    sender: accountOf(sender ?? updater ?? author),
    ...(told && {
      repository: {
        full_name: told.full_name || told.path_with_namespace || undefined,
        html_url: told.html_url || told.url,
      },
    }),
  };
};

const Side = z
  .object({ ref: text, label: text, repo: z.object({ full_name: text, path_with_namespace: text }).nullish() })
  .nullish();

export const Pull = z.object({
  number: z.number(),
  title: z.string(),
  html_url: text,
  merged: z.boolean().nullish(),
  merge_commit_sha: text,
  additions: number,
  deletions: number,
  changed_files: number,
  updated_at: text,
  base: Side,
  head: Side,
  assignees: z.array(Person).nullish(),
  testers: z.array(Person).nullish(),
  labels: z.array(z.object({ name: text })).nullish(),
});

/** Names of several, as a thing that somebody did something with. */
export const listed = (names: readonly (string | null | undefined)[] | undefined): string =>
  (names ?? []).filter(Boolean).slice(0, 5).join(", ");
