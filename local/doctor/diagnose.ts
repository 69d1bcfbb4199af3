import { checkAllowList } from "./checks/allow-list.ts";
import { checkCredentials, checkQq } from "./checks/bot.ts";
import { checkCallback } from "./checks/callback.ts";
import type { Check } from "./checks/check.ts";
import { checkEvents, checkRelay } from "./checks/events.ts";
import { checkConfiguration, checkPlaceholders, checkSecrets } from "./checks/files.ts";
import { checkClock, checkDisk } from "./checks/machine.ts";
import { checkRules, checkUnused } from "./checks/record.ts";
import type { Facts } from "./facts.ts";
import { type CheckName, checkNames, type Diagnosis } from "./finding.ts";

/** Every check, by name. */
const checks: Readonly<Record<CheckName, Check>> = {
  configuration: checkConfiguration,
  credentials: checkCredentials,
  qq: checkQq,
  "allow-list": checkAllowList,
  clock: checkClock,
  "placeholder-ids": checkPlaceholders,
  secrets: checkSecrets,
  relay: checkRelay,
  events: checkEvents,
  callback: checkCallback,
  rules: checkRules,
  routes: checkUnused,
  disk: checkDisk,
};

/** What is wrong with a relay, by the facts. */
export function diagnose(facts: Facts): Diagnosis {
  const judged = checkNames.map((check) => ({ check, judgement: checks[check](facts) }));
  const findings = judged.flatMap(({ judgement }) => ("skipped" in judgement ? [] : judgement));
  return {
    ok: !findings.some(({ severity }) => severity === "fault"),
    findings,
    skipped: judged.flatMap(({ check, judgement }) =>
      "skipped" in judgement ? [{ check, reason: judgement.skipped }] : [],
    ),
  };
}
