import * as z from "zod";
import { text } from "../forge/fields.ts";

export const Account = z.object({ login: text, type: text }).nullish();

export const Repository = z.object({ full_name: z.string(), html_url: text });

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
