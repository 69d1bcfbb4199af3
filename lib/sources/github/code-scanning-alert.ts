import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { lookUp } from "../look-up.ts";
import { type Alert, type Phase, tellAlert } from "../forge/alert.ts";
import { defineEvent } from "./event.ts";
import { Named, number, text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { placeOf } from "../forge/place.ts";
import { shortRef } from "../forge/ref.ts";
import { who } from "../forge/who.ts";

const Instance = z.object({ location: z.object({ path: text, start_line: number }).nullish() });

const CodeScanningAlert = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    ref: text,
    alert: z.object({
      number: z.number(),
      html_url: text,
      created_at: text,
      updated_at: text,
      rule: z.object({ id: text, description: text, severity: text, security_severity_level: text }).nullish(),
      tool: Named,
      most_recent_instance: Instance.nullish(),
      instances: z.array(Instance).nullish(),
    }),
  }),
);

const phases = {
  created: "found",
  appeared_in_branch: "found",
  reopened: "back",
  reopened_by_user: "reopened",
  fixed: "fixed",
  closed_by_user: "dismissed",
} as const satisfies Record<string, Phase>;

const noun = { zh: "代码扫描问题", en: "code scanning alert" } as const satisfies Record<Language, string>;

/** A finding of code scanning: what the rule says, and where. */
export const codeScanningAlert = defineEvent({
  schema: CodeScanningAlert,
  map(body, { language }) {
    const { action, alert, repository, sender } = body;
    const repo = repository.full_name;
    const phase = lookUp<Phase>(phases, action) ?? "changed";
    return {
      ...tellAlert(
        { noun, kind: "code-scanning", phase, action, repo, ...readRule(alert), who: who(sender, language) },
        language,
      ),
      lines: [placeIn(alert), finderOf(body)],
      link: alert.html_url,
      key: `${repo}/code-scanning/${alert.number}`,
      at: action === "created" ? alert.created_at : alert.updated_at,
    };
  },
});

type CodeScanningAlert = z.infer<typeof CodeScanningAlert>;

const readRule = ({ rule, number }: CodeScanningAlert["alert"]): Pick<Alert, "what" | "severity"> => ({
  what: rule?.description || rule?.id || `#${number}`,
  severity: rule?.security_severity_level ?? rule?.severity,
});

function placeIn({ most_recent_instance: recent, instances }: CodeScanningAlert["alert"]): string {
  const location = (recent ?? instances?.[0])?.location;
  return placeOf({ path: location?.path, line: location?.start_line });
}

/** `CodeQL · main` */
const finderOf = ({ alert, ref }: CodeScanningAlert): string =>
  [alert.tool?.name, ref && shortRef(ref)].filter(Boolean).join(" · ");
