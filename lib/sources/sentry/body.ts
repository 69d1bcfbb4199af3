import * as z from "zod";
import { isoTime, text } from "../monitor/fields.ts";

const Project = z.looseObject({ name: text, slug: text }).nullish().catch(undefined);

export const Issue = z.looseObject({
  id: text,
  shortId: text,
  title: z.string(),
  culprit: text,
  level: text,
  substatus: text,
  count: text,
  userCount: text,
  project: Project,
  permalink: text,
  web_url: text,
  url: text,
  lastSeen: isoTime,
  assignedTo: z.looseObject({ name: text }).nullish().catch(undefined),
});

export type Issue = z.output<typeof Issue>;

/** One event of an issue, as alert rules and `error` send it. */
export const Event = z.looseObject({
  event_id: text,
  issue_id: text,
  issue_url: text,
  title: z.string(),
  culprit: text,
  location: text,
  level: text,
  environment: text,
  release: text,
  url: text,
  web_url: text,
  datetime: isoTime,
});

export type Event = z.output<typeof Event>;

export const Metric = z.looseObject({
  id: text,
  title: text,
  projects: z.array(z.string()).nullish().catch(undefined),
  date_started: isoTime,
  date_closed: isoTime,
  alert_rule: z.looseObject({ id: text, name: text }).nullish().catch(undefined),
});

/** What every request of an integration has. */
export const SentryBody = z.looseObject({
  action: z.string(),
  actor: z.looseObject({ type: text, name: text }).nullish().catch(undefined),
  data: z.looseObject({}),
});

export type SentryBody = z.output<typeof SentryBody>;

/** What the plugin posts: an event of an issue, with what its rule and project are called. */
export const PluginBody = z.looseObject({
  id: text,
  project: text,
  project_name: text,
  project_slug: text,
  level: text,
  culprit: text,
  message: text,
  url: text,
  triggering_rules: z.array(z.string()).nullish().catch(undefined),
  event: z.looseObject({ title: text, environment: text, release: text, location: text, datetime: isoTime }),
});

export type PluginBody = z.output<typeof PluginBody>;

/** Who did it; integrations and rules are nobody. */
export const doerOf = ({ actor }: SentryBody): string | undefined =>
  actor?.type === "application" ? undefined : actor?.name;
