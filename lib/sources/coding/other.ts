import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { isObject } from "../../base/is-object.ts";
import { text } from "../forge/fields.ts";
import type { Telling } from "../forge/telling.ts";
import { readLevel } from "../levels/read-level.ts";
import type { Json } from "../github/as-github.ts";
import { defineRetelling, type Retelling } from "../github/retell.ts";
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

const whereOf = ({ project, repository }: Envelope): string =>
  [project?.displayName, project?.display_name, project?.name, repository?.full_name].find(Boolean) ?? "CODING";

const codeOf = ({ code }: Thing): string => (code == null ? "" : `#${code}`);

const linkOf = ({ html_url: page, url }: Thing, { project, repository }: Envelope): string | undefined =>
  [page, url, project?.url, repository?.html_url].find(Boolean) ?? undefined;

function tell(event: string, body: Envelope, thing: Thing, language: Language): Telling {
  const where = whereOf(body);
  const what = body.eventName || (body.event ?? event).toLowerCase().replaceAll("_", " ");
  const name = [codeOf(thing), thing.title || thing.name].filter(Boolean).join(" ");
  const state = thing.result || thing.status || "";
  return {
    level: readLevel(state) ?? "info",
    title: words[language](where, what, name, nameOf(body.sender ?? body.user) ?? ""),
    lines: [state],
    link: linkOf(thing, body),
    key: `${where}/${event}${codeOf(thing)}`,
  };
}

/** The event in CODING's own words for it, which are Chinese, or by its name. */
export const other = (event: string): Retelling =>
  defineRetelling({
    schema: Envelope,
    retell: (body, json) => ({ tell: ({ language }) => tell(event, body, thingOf(json), language) }),
  });
