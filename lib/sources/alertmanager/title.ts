import type { Language } from "../../model/language.ts";
import { oneLine } from "../one-line.ts";
import type { AlertmanagerBody } from "./body.ts";
import { isOfGrafana } from "./links.ts";
import { isInternal, nameOf } from "./names.ts";
import { isFiring } from "./status.ts";
import { words } from "./words.ts";

/** Names shown before the rest is only counted. */
const max = 3;

/** What fires and how much of it: `DiskFull (prod): 3 firing, 1 resolved`. */
export function titleOf(body: AlertmanagerBody, language: Language): string {
  const { firing, resolved } = words[language];
  const count = body.alerts.filter((alert) => isFiring(alert, body)).length;
  const name = oneLine(namesOf(body, language), 120);
  return count > 0 ? firing(name, count, body.alerts.length - count) : resolved(name, body.alerts.length);
}

/** The alerts' names, with the other labels that the group was made by. */
function namesOf(body: AlertmanagerBody, language: Language): string {
  const { comma, brackets } = words[language];
  const names = [...new Set(body.alerts.map((alert) => nameOf(alert, body)))].filter((name) => name !== "");
  const shown = `${names.slice(0, max).join(comma)}${names.length > max ? "…" : ""}`;
  const group = Object.entries(body.groupLabels).flatMap(([label, value]) =>
    unsaid.has(label) || isInternal(label) || value === "" || names.includes(value) ? [] : [value],
  );
  const name = shown || (isOfGrafana(body) ? "Grafana" : "Alertmanager");
  return group.length > 0 ? `${name}${brackets(group.slice(0, max).join(comma))}` : name;
}

const unsaid: ReadonlySet<string> = new Set(["alertname", "rulename", "datasource_uid", "ref_id"]);
