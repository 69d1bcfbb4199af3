import * as z from "zod";
import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import { lookUp } from "../look-up.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { Account, Envelope } from "./fields.ts";
import { who } from "../forge/who.ts";

const Organization = z.lazy(() =>
  Envelope.extend({
    action: z.string(),
    membership: z.object({ user: Account }).nullish(),
    invitation: z.object({ login: text, email: text }).nullish(),
    user: Account,
    changes: z.object({ login: z.object({ from: text }).nullish() }).nullish(),
  }),
);

type Say = (who: string, org: string, thing: string) => string;

const words = {
  zh: {
    member_added: (who, org, member) =>
      who === member ? `${member} 加入了组织 ${org}` : `${who} 把 ${member} 加入组织 ${org}`,
    member_removed: (who, org, member) =>
      who === member ? `${member} 离开了组织 ${org}` : `${who} 把 ${member} 移出组织 ${org}`,
    member_invited: (who, org, member) => `${who} 邀请 ${member} 加入组织 ${org}`,
    renamed: (who, org, from) => `${who} 把组织${from && ` ${from} `}改名为 ${org}`,
    deleted: (who, org) => `${who} 删除了组织 ${org}`,
  },
  en: {
    member_added: (who, org, member) =>
      who === member ? `${member} joined ${org}` : `${who} added ${member} to ${org}`,
    member_removed: (who, org, member) =>
      who === member ? `${member} left ${org}` : `${who} removed ${member} from ${org}`,
    member_invited: (who, org, member) => `${who} invited ${member} to ${org}`,
    renamed: (who, org, from) => `${who} renamed the organization ${from && `${from} `}to ${org}`,
    deleted: (who, org) => `${who} deleted the organization ${org}`,
  },
} as const satisfies Record<Language, Readonly<Record<string, Say>>>;

const levels = { deleted: "warning", member_removed: "warning" } as const satisfies Record<string, Level>;

/** Who belongs to an organization, or the organization itself, has changed. */
export const organization = defineEvent({
  schema: Organization,
  map(body, { language }) {
    const { action, organization: org, sender } = body;
    const say = lookUp<Say>(words[language], action);
    if (!say) return undefined;
    const name = org?.login ?? "GitHub";
    const thing = action === "renamed" ? (body.changes?.login?.from ?? "") : who({ login: memberOf(body) }, language);
    return {
      level: lookUp<Level>(levels, action) ?? "info",
      title: say(who(sender, language), name, thing),
      key: `${name}/organization`,
    };
  },
});

/** Who came or went; of an invitation there may be no more than an address. */
const memberOf = ({ membership, user, invitation }: z.infer<typeof Organization>): string | undefined =>
  [membership?.user?.login, user?.login, invitation?.login, invitation?.email].find(Boolean) ?? undefined;
