import * as z from "zod";

/**
 * Parts that payloads share. Only what is read is named, what may be missing is optional, and nothing is transformed:
 * the body that fits is handed on as it came, so that a route's own `filter` sees all of it.
 */
export const text = z.string().nullish();
export const number = z.number().nullish();
export const flag = z.boolean().nullish();

export const Account = z.object({ login: text, type: text }).nullish();

export const Repository = z.object({ full_name: z.string(), html_url: text });

export const Named = z.object({ name: text }).nullish();

/** What made a check. */
export const App = z.object({ name: text, slug: text }).nullish();

/** Whether a check is only another word for a workflow's run, which `workflow_run` tells to a route that names no check. */
export const isToldByRun = (app: z.infer<typeof App>, isNamed: boolean | undefined): boolean =>
  app?.slug === "github-actions" && !isNamed;

/** What every payload may have. */
export const Envelope = z.object({
  action: text,
  sender: Account,
  repository: Repository.nullish(),
  organization: Account,
});

export type Envelope = z.infer<typeof Envelope>;

/** What every payload of a repository has. */
export const InRepository = Envelope.extend({ repository: Repository });
