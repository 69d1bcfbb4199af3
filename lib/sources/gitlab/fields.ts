import * as z from "zod";
import { flag, number, text } from "../forge/fields.ts";

export const User = z.object({ name: text, username: text }).nullish();

export type User = z.infer<typeof User>;

/** What every payload may have. */
export const Envelope = z.object({
  object_kind: text,
  event_name: text,
  event_type: text,
  user: User,
  user_name: text,
  user_username: text,
  project: z.object({ path_with_namespace: text, web_url: text }).nullish(),
  /** GitLab's own address, which only a header tells; `completeBody` puts it here. */
  instance: text,
});

export type Envelope = z.infer<typeof Envelope>;

/** What every payload of a project has, `completeBody` having put it there where GitLab did not. */
export const InProject = Envelope.extend({ project: z.object({ path_with_namespace: z.string(), web_url: text }) });

export const Commit = z.object({
  id: z.string(),
  message: z.string(),
  author: z.object({ name: text, username: text }).nullish(),
});

/** What changed of a field in an update. */
const change = <Value extends z.ZodType>(value: Value) => z.object({ previous: value, current: value }).nullish();

const People = z.array(z.object({ id: number, name: text, username: text, re_requested: flag })).nullish();

export type People = z.infer<typeof People>;

/** What of an update is worth telling: not labels, weights, times and texts. */
export const Changes = z
  .object({
    title: change(text),
    target_branch: change(text),
    draft: change(flag),
    work_in_progress: change(flag),
    assignees: change(People),
    reviewers: change(People),
  })
  .nullish();

export type Changes = z.infer<typeof Changes>;
