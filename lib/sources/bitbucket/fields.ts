import * as z from "zod";
import { text } from "../forge/fields.ts";
import type { Json } from "../github/as-github.ts";

export const Links = z.object({ html: z.object({ href: text }).nullish() }).nullish();

export const pageOf = (thing: { readonly links?: z.infer<typeof Links> } | null | undefined): string | undefined =>
  thing?.links?.html?.href ?? undefined;

export const Person = z.object({ display_name: text, nickname: text, username: text }).nullish();

export const nameOf = (person: z.infer<typeof Person>): string | undefined =>
  person?.display_name || person?.nickname || person?.username || undefined;

export const Repository = z.object({ full_name: z.string(), links: Links });

/** What every body of a repository has. */
export const Envelope = z.object({ actor: Person, repository: Repository });

type Envelope = z.infer<typeof Envelope>;

export const repositoryOf = (repository: z.infer<typeof Repository>): Json => ({
  full_name: repository.full_name,
  html_url: pageOf(repository),
});

/** What GitHub's bodies say of who and where. */
export const whoAndWhere = ({ actor, repository }: Envelope): Json => ({
  sender: { login: nameOf(actor) },
  repository: repositoryOf(repository),
});

/** Merged commits are told by twelve digits, pushed ones by all forty. */
export const hashOf = (commit: { readonly hash?: string | null | undefined } | null | undefined): string | undefined =>
  commit?.hash?.slice(0, 12);
