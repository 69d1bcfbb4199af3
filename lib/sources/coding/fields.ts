import * as z from "zod";
import { text } from "../forge/fields.ts";
import type { Json } from "../github/as-github.ts";

export const Person = z.object({ name: text, login: text, username: text, global_key: text }).nullish();

type Person = z.infer<typeof Person>;

/** The name by which CODING shows people; older bodies have only the account's, `global_key`. */
export const nameOf = (person: Person): string | undefined =>
  person?.name || person?.login || person?.username || person?.global_key || undefined;

const Repository = z.object({ name: text, full_name: text, html_url: text, web_url: text, owner: Person });

type Repository = z.infer<typeof Repository>;

const Project = z.object({ name: text, displayName: text, display_name: text, url: text }).nullish();

/** What every body has; `user` is the older generation's sender. */
export const Envelope = z.object({
  action: text,
  event: text,
  eventName: text,
  sender: Person,
  user: Person,
  repository: Repository.nullish(),
  project: Project,
});

export type Envelope = z.infer<typeof Envelope>;

/** `team/app`, or the owner's of older bodies. */
const pathOf = ({ full_name: full, name, owner }: Repository): string | undefined =>
  full || (owner && name ? `${owner.global_key ?? owner.login ?? nameOf(owner) ?? ""}/${name}` : name || undefined);

/** What GitHub's bodies say of who and where. */
export const whoAndWhere = ({ sender, user, repository }: Envelope): Json => ({
  sender: { login: nameOf(sender ?? user) },
  ...(repository && {
    repository: { full_name: pathOf(repository), html_url: repository.html_url || repository.web_url },
  }),
});

export const Side = z.object({ ref: text, label: text, repo: z.object({ full_name: text }).nullish() }).nullish();
