import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { loginOf } from "./actor.ts";
import { defineEvent, type GitlabEvent } from "./event.ts";
import { Envelope } from "./fields.ts";
import { Group, ownerOf } from "./owner.ts";

/** What an event's object may say of itself. A member of another type is none of these. */
const word = z.string().nullish().catch(undefined);

const Own = z.object({
  group: Group.catch(undefined),
  action: word,
  object_attributes: z.object({ title: word, name: word, url: word, action: word }).nullish().catch(undefined),
});

const words = {
  zh: (event, where, actor) => `${where}：${event}${actor && `（${actor}）`}`,
  en: (event, where, actor) => `${where}: ${event}${actor && ` by ${actor}`}`,
} as const satisfies Record<Language, (event: string, where: string, actor: string) => string>;

/** An event that has no words of its own is told by what every payload says. */
export const otherEvent = (event: string): GitlabEvent =>
  defineEvent({
    schema: Envelope,
    map(body, { language }) {
      const { object_attributes: told, action, group } = Own.safeParse(body).data ?? {};
      const { project, instance } = body;
      const owner = ownerOf({ project, instance, group });
      return {
        level: "info",
        title: words[language](nameOfEvent(event, told?.action ?? action), owner.name, loginOf(body) ?? ""),
        lines: [told?.title ?? told?.name],
        link: told?.url ?? owner.page ?? instance,
        key: `${owner.name}/${event}`,
      };
    },
  });

const nameOfEvent = (event: string, action: string | null | undefined): string =>
  [event, action].filter(Boolean).join(" ").replaceAll("_", " ");
