import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { defineEvent } from "./event.ts";
import { text } from "../forge/fields.ts";
import { Account, Envelope } from "./fields.ts";
import { who } from "../forge/who.ts";

const Membership = z.lazy(() =>
  Envelope.extend({
    action: z.string(),
    member: Account,
    team: z.object({ name: text, html_url: text }).nullish(),
  }),
);

type Say = (who: string, member: string, team: string) => string;

const words = {
  zh: {
    added: (who, member, team) =>
      who === member ? `${member} 加入了团队 ${team}` : `${who} 把 ${member} 加入团队 ${team}`,
    removed: (who, member, team) =>
      who === member ? `${member} 离开了团队 ${team}` : `${who} 把 ${member} 移出团队 ${team}`,
  },
  en: {
    added: (who, member, team) =>
      who === member ? `${member} joined team ${team}` : `${who} added ${member} to team ${team}`,
    removed: (who, member, team) =>
      who === member ? `${member} left team ${team}` : `${who} removed ${member} from team ${team}`,
  },
} as const satisfies Record<Language, Readonly<Record<"added" | "removed", Say>>>;

/** Someone came into a team, or left it. */
export const membership = defineEvent({
  schema: Membership,
  map({ action, member, team, organization, sender }, { language }) {
    const say = words[language][action === "removed" ? "removed" : "added"];
    const org = organization?.login ?? "GitHub";
    return {
      level: "info",
      title: say(who(sender, language), who(member, language), team?.name || "?"),
      link: team?.html_url,
      key: `${org}/teams/${team?.name ?? ""}`,
    };
  },
});
