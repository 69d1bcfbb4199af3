import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { isObject } from "../../base/is-object.ts";
import { text } from "../forge/fields.ts";
import { readLevel } from "../levels/read-level.ts";
import { defineRetelling, type Json, type Retelling } from "../github/retell.ts";
import { Envelope, nameOf } from "./fields.ts";

const word = text.catch(undefined);

const Thing = z.object({
  title: word,
  name: word,
  code: z.union([z.string(), z.number()]).nullish().catch(undefined),
  html_url: word,
  url: word,
  status: word,
  result: word,
});

type Thing = z.infer<typeof Thing>;

const places = ["issue", "iteration", "ci", "build", "artifact", "wiki", "file", "document", "task", "topic", "member"];

const words = {
  zh: (where, what, name, who) => `${where} · ${what}${name && `：${name}`}${who && `（${who}）`}`,
  en: (where, what, name, who) => `${where} · ${what}${name && `: ${name}`}${who && ` (${who})`}`,
} as const satisfies Record<Language, (where: string, what: string, name: string, who: string) => string>;

/** The first of the objects that events are about, as far as it can be read. */
function thingOf(json: Json): Thing {
  const found = places.map((place) => json[place]).find(isObject);
  return Thing.safeParse(found ?? {}).data ?? {};
}

/** The event in CODING's own words for it, which are Chinese, or by its name. */
export const other = (event: string): Retelling =>
  defineRetelling({
    schema: Envelope,
    retell: (body, json) => ({
      tell({ language }) {
        const { project, repository, sender, user } = body;
        const thing = thingOf(json);
        const where =
          project?.displayName || project?.display_name || project?.name || repository?.full_name || "CODING";
        const what = body.eventName || (body.event ?? event).toLowerCase().replaceAll("_", " ");
        const name = [thing.code == null ? "" : `#${thing.code}`, thing.title || thing.name].filter(Boolean).join(" ");
        const state = thing.result || thing.status;
        return {
          level: (state && readLevel(state)) || "info",
          title: words[language](where, what, name, nameOf(sender ?? user) ?? ""),
          lines: [state],
          link: thing.html_url || thing.url || project?.url || repository?.html_url,
          key: `${where}/${event}${thing.code == null ? "" : `#${thing.code}`}`,
        };
      },
    }),
  });
