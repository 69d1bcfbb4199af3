import * as z from "zod";
import type { MapContext } from "../../model/source.ts";
import { lookUp } from "../look-up.ts";
import type { Telling } from "../monitor/as-notice.ts";
import { actOf } from "./acts.ts";
import { doerOf, Issue, type SentryBody } from "./body.ts";
import { pageOf } from "./links.ts";
import { defineTeller, keyOfIssue, levelOf } from "./teller.ts";
import { words } from "./words.ts";

/** What becomes of an issue. How it stands is told by the newest alone; whose it is, beside that. */
export const issue = defineTeller({
  schema: z.looseObject({ issue: Issue }),
  map({ issue: told }, body, context) {
    const { id, culprit, shortId, count, userCount, project, title } = told;
    const say = words[context.language];
    const where = project?.name ?? project?.slug ?? say.unnamed;
    const isSeen = body.action !== "assigned" && count !== undefined && Number(count) > 1;
    return {
      ...standing(told, body, context),
      title: titleOf(told, body, where, context),
      lines: [
        [culprit, shortId].filter((part) => part !== undefined && part !== title).join(" · "),
        isSeen ? say.seen(count, Number(userCount) > 0 ? userCount : undefined) : undefined,
      ],
      link: pageOf(told),
      at: body.action === "created" ? told.lastSeen : undefined,
      key: keyOfIssue(id),
      act: body.action === "created" ? actOf("created", keyOfIssue(id), context) : undefined,
      tally: { where, what: say.tally.issue },
    };
  },
});

type Standing = Pick<Telling, "level" | "replaces" | "resolved">;

/** That somebody deals with it is no alarm. */
function standing({ level }: Issue, { action }: SentryBody, context: MapContext): Standing {
  if (action === "resolved") return { level: "success", replaces: true, resolved: true };
  if (action === "archived" || action === "ignored") return { level: "info", replaces: true };
  if (action === "created" || action === "unresolved") return { level: levelOf(level, context), replaces: true };
  return { level: "info" };
}

function titleOf(told: Issue, body: SentryBody, where: string, { language }: MapContext): string {
  const { title, substatus, assignedTo } = told;
  const say = words[language];
  const doer = doerOf(body);
  const back = substatus === "regressed" || substatus === "escalating" ? substatus : "unresolved";
  const titles = {
    created: () => say.created(where, title),
    unresolved: () => say[back](where, title),
    resolved: () => say.resolved(doer, where, title),
    archived: () => say.archived(doer, where, title),
    ignored: () => say.archived(doer, where, title),
    assigned: () => say.assigned(doer, assignedTo?.name ?? say.someone, where, title),
  };
  return lookUp<() => string>(titles, body.action)?.() ?? say.other(body.action, where, title);
}
