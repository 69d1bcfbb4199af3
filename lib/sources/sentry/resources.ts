import * as z from "zod";
import { lookUp } from "../look-up.ts";
import { comment } from "./comment.ts";
import { error, eventAlert } from "./event-alert.ts";
import { issue } from "./issue.ts";
import { metricAlert } from "./metric-alert.ts";
import { defineTeller, type Teller } from "./teller.ts";
import { words } from "./words.ts";

/** That an integration was set up is no news; that it was taken away means silence from now on. */
const installation = defineTeller({
  schema: z.looseObject({}),
  map: (_, { action }, { language }) =>
    action === "deleted" ? { level: "warning", title: words[language].removed, key: "installation" } : undefined,
});

const resources = { issue, event_alert: eventAlert, metric_alert: metricAlert, error, comment, installation } as const;

/** A resource without words of its own, told by its name. */
const other = (resource: string): Teller =>
  defineTeller({
    schema: z.looseObject({}),
    map: (_, { action }, { language }) => ({ level: "info", title: words[language].resource(resource, action) }),
  });

/** How a resource is told, as `Sentry-Hook-Resource` names it. */
export const tellerOf = (resource: string): Teller => lookUp<Teller>(resources, resource) ?? other(resource);
