import * as z from "zod";
import type { MapContext } from "../../model/source.ts";
import type { Telling } from "../monitor/as-notice.ts";
import { text } from "../monitor/fields.ts";
import { actOf } from "./acts.ts";
import { Event } from "./body.ts";
import { firstLink, issueOf, projectOf } from "./links.ts";
import { defineTeller, keyOfIssue, levelOf } from "./teller.ts";
import { words } from "./words.ts";

/** An alert rule that an event of an issue set off. */
export const eventAlert = defineTeller({
  schema: z.looseObject({ event: Event, triggered_rule: text }),
  map: ({ event, triggered_rule: rule }, _, context) => tellEvent(event, { where: projectOf(event), rule }, context),
});

/** Each event of an error, where an integration asks for these. */
export const error = defineTeller({
  schema: z.looseObject({ error: Event }),
  map: ({ error: event }, _, context) => tellEvent(event, { where: projectOf(event) }, context),
});

type Told = Partial<Event> & Pick<Event, "title">;

type About = { readonly where: string | undefined; readonly rule?: string | undefined };

/** An event: its title, where in the code it was, by which rule it is told, and in which environment and release. */
export function tellEvent(event: Told, { where, rule }: About, context: MapContext): Telling {
  const { title, culprit, location, environment, release } = event;
  const say = words[context.language];
  const place = location ?? culprit;
  const project = where ?? say.unnamed;
  const key = keyOfIssue(issueOf(event));
  const of = [environment && say.environment(environment), release && say.release(release)].filter(Boolean).join(" · ");
  return {
    level: levelOf(event.level, context),
    title: say.alert(project, title),
    lines: [place === title ? undefined : place, rule && say.rule(rule), of],
    link: firstLink(event.web_url),
    at: event.datetime,
    key,
    act: actOf("event", key, context, of === "" ? [] : [of]),
    replaces: true,
    tally: { where: project, what: say.tally.alert },
  };
}
