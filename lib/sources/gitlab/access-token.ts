import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { number, text } from "../forge/fields.ts";
import { defineEvent } from "./event.ts";
import { Envelope } from "./fields.ts";
import { Group, ownerOf } from "./owner.ts";
import { pageOf } from "./page.ts";

const AccessToken = z.lazy(() =>
  Envelope.extend({ group: Group, object_attributes: z.object({ id: number, name: text, expires_at: text }) }),
);

const words = {
  zh: (where, name, day) => `${where} 的访问令牌“${name}”将在 ${day} 过期`,
  en: (where, name, day) => `Access token “${name}” of ${where} expires on ${day}`,
} as const satisfies Record<Language, (where: string, name: string, day: string) => string>;

/** A token of a project or a group will expire: in sixty, thirty or seven days, or the next one. */
export const accessToken = defineEvent({
  schema: AccessToken,
  map(body, { language }) {
    const { id, name, expires_at: end } = body.object_attributes;
    const owner = ownerOf(body);
    return {
      level: "warning",
      title: words[language](owner.name, name ?? "", end ?? "?"),
      link: pageOf(owner.page, "-/settings/access_tokens"),
      key: `${owner.name}/access-token/${id ?? name ?? ""}`,
      replaces: true,
    };
  },
});
