import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { number, text } from "../forge/fields.ts";
import { defineEvent } from "./event.ts";
import { Envelope } from "./fields.ts";
import { pageOf } from "./page.ts";

const AccessToken = z.lazy(() =>
  Envelope.extend({
    group: z.object({ group_name: text, group_path: text, full_path: text }).nullish(),
    object_attributes: z.object({ id: number, name: text, expires_at: text }),
  }),
);

const words = {
  zh: (where, name, day) => `${where} 的访问令牌“${name}”将在 ${day} 过期`,
  en: (where, name, day) => `Access token “${name}” of ${where} expires on ${day}`,
} as const satisfies Record<Language, (where: string, name: string, day: string) => string>;

/** A token of a project or a group will expire: in sixty, thirty or seven days, or the next one. */
export const accessToken = defineEvent({
  schema: AccessToken,
  map({ group, project, instance, object_attributes: token }, { language }) {
    const path = group?.full_path ?? group?.group_path;
    const where = project?.path_with_namespace ?? path ?? group?.group_name ?? "GitLab";
    const page = project?.web_url ?? (path ? pageOf(instance, "groups", path) : undefined);
    return {
      level: "warning",
      title: words[language](where, token.name ?? "", token.expires_at ?? "?"),
      link: pageOf(page, "-/settings/access_tokens"),
      key: `${where}/access-token/${token.id ?? token.name ?? ""}`,
      replaces: true,
    };
  },
});
