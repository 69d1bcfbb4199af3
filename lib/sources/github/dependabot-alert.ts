import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { lookUp } from "../look-up.ts";
import { type Phase, tellAlert } from "../forge/alert.ts";
import { defineEvent } from "./event.ts";
import { Named, text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { who } from "../forge/who.ts";

const DependabotAlert = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    alert: z.object({
      number: z.number(),
      html_url: text,
      created_at: text,
      updated_at: text,
      dependency: z.object({ package: Named, manifest_path: text }).nullish(),
      security_advisory: z.object({ summary: text, severity: text, cve_id: text, ghsa_id: text }).nullish(),
      security_vulnerability: z
        .object({
          severity: text,
          vulnerable_version_range: text,
          first_patched_version: z.object({ identifier: text }).nullish(),
        })
        .nullish(),
    }),
  }),
);

type Alert = z.infer<typeof DependabotAlert>["alert"];

const phases = {
  created: "found",
  reopened: "reopened",
  reintroduced: "back",
  auto_reopened: "back",
  fixed: "fixed",
  auto_dismissed: "dismissed",
  dismissed: "dismissed",
} as const satisfies Record<string, Phase>;

const noun = { zh: "依赖漏洞", en: "vulnerable dependency" } as const satisfies Record<Language, string>;
const upgrade = { zh: "升级到 ", en: "upgrade to " } as const satisfies Record<Language, string>;

/** A dependency with a known vulnerability: which, how bad, and what to upgrade to. */
export const dependabotAlert = defineEvent({
  schema: DependabotAlert,
  map({ action, alert, repository, sender }, { language }) {
    const repo = repository.full_name;
    const phase = lookUp<Phase>(phases, action) ?? "changed";
    const { security_advisory: advisory, security_vulnerability: vulnerability } = alert;
    const what = alert.dependency?.package?.name || `#${alert.number}`;
    const severity = vulnerability?.severity ?? advisory?.severity;
    const open = ["found", "back", "reopened"].includes(phase);
    const actor = action === "auto_dismissed" ? "Dependabot" : who(sender, language);
    return {
      ...tellAlert({ noun, kind: "dependabot", phase, action, repo, what, severity, who: actor }, language),
      lines: [advisory?.summary, ...(open ? remedy(alert, language) : [])],
      link: alert.html_url,
      key: `${repo}/dependabot/${alert.number}`,
      at: action === "created" ? alert.created_at : alert.updated_at,
    };
  },
});

function remedy(alert: Alert, language: Language): readonly string[] {
  const patched = alert.security_vulnerability?.first_patched_version?.identifier;
  return [
    [
      alert.security_advisory?.cve_id ?? alert.security_advisory?.ghsa_id,
      alert.security_vulnerability?.vulnerable_version_range,
      patched && `${upgrade[language]}${patched}`,
    ]
      .filter(Boolean)
      .join(" · "),
    alert.dependency?.manifest_path ?? "",
  ];
}
