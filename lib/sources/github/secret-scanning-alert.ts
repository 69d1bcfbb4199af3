import * as z from "zod";
import type { Language } from "../../model/language.ts";
import { lookUp } from "../look-up.ts";
import { type Phase, tellAlert } from "../forge/alert.ts";
import { defineEvent } from "./event.ts";
import { flag, text } from "../forge/fields.ts";
import { InRepository } from "./fields.ts";
import { who } from "../forge/who.ts";

const SecretScanningAlert = z.lazy(() =>
  InRepository.extend({
    action: z.string(),
    alert: z.object({
      number: z.number(),
      html_url: text,
      created_at: text,
      updated_at: text,
      secret_type: text,
      secret_type_display_name: text,
      resolution: text,
      validity: text,
      publicly_leaked: flag,
    }),
  }),
);

const phases = {
  created: "found",
  publicly_leaked: "found",
  reopened: "reopened",
  resolved: "fixed",
  revoked: "fixed",
} as const satisfies Record<string, Phase>;

const noun = { zh: "密钥泄露", en: "leaked secret" } as const satisfies Record<Language, string>;

type Words = {
  readonly public: string;
  readonly active: string;
  readonly resolutions: Readonly<Record<string, string>>;
};

const words = {
  zh: {
    public: "密钥已出现在公开的地方",
    active: "密钥仍然有效，请尽快吊销",
    resolutions: {
      revoked: "密钥已吊销",
      false_positive: "误报",
      used_in_tests: "只用于测试",
      wont_fix: "不打算处理",
    },
  },
  en: {
    public: "The secret has been seen in public",
    active: "The secret still works: revoke it soon",
    resolutions: {
      revoked: "The secret was revoked",
      false_positive: "False positive",
      used_in_tests: "Used in tests only",
      wont_fix: "Won’t be fixed",
    },
  },
} as const satisfies Record<Language, Words>;

/** A credential found in the code: as bad as it gets until it is resolved. The credential itself is never read. */
export const secretScanningAlert = defineEvent({
  schema: SecretScanningAlert,
  map({ action, alert, repository, sender }, { language }) {
    const repo = repository.full_name;
    const phase = phaseOf(action, alert);
    const what = alert.secret_type_display_name || alert.secret_type || `#${alert.number}`;
    const told = tellAlert(
      { noun, kind: "secret-scanning", phase, action, repo, what, severity: undefined, who: who(sender, language) },
      language,
    );
    return {
      ...told,
      level: phase === "found" || phase === "reopened" ? "critical" : told.level,
      lines: phase === "fixed" ? [resolutionOf(alert, language)] : dangersOf(action, alert, language),
      link: alert.html_url,
      key: `${repo}/secret-scanning/${alert.number}`,
      at: action === "created" ? alert.created_at : alert.updated_at,
    };
  },
});

type Alert = z.infer<typeof SecretScanningAlert>["alert"];

/** A check that finds the secret working is as bad as the find. */
const phaseOf = (action: string, { validity }: Alert): Phase =>
  action === "validated" && validity === "active" ? "found" : (lookUp<Phase>(phases, action) ?? "changed");

const resolutionOf = ({ resolution }: Alert, language: Language): string | null | undefined =>
  lookUp<string>(words[language].resolutions, resolution) ?? resolution;

/** What makes an open one worse than it is anyway. */
function dangersOf(action: string, alert: Alert, language: Language): readonly string[] {
  const isPublic = action === "publicly_leaked" || alert.publicly_leaked === true;
  const isActive = alert.validity === "active";
  return [...(isPublic ? [words[language].public] : []), ...(isActive ? [words[language].active] : [])];
}
