import type { Language } from "../../model/language.ts";
import { oneLine } from "../one-line.ts";
import type { AlertmanagerBody } from "./body.ts";
import { isFiring } from "./status.ts";
import { words } from "./words.ts";

/** Names shown before the rest is only counted. */
const max = 3;

/** What fires and how much of it: `DiskFull (prod): 3 firing, 1 resolved`. */
export function titleOf(body: AlertmanagerBody, language: Language): string {
  const { firing, resolved } = words[language];
  const count = body.alerts.filter((alert) => isFiring(alert, body)).length;
  const name = oneLine(nameOf(body, language), 120);
  return count > 0 ? firing(name, count, body.alerts.length - count) : resolved(name, body.alerts.length);
}

/** The alert's name, with the other labels that the group was made by. */
function nameOf(body: AlertmanagerBody, language: Language): string {
  const { comma, brackets } = words[language];
  const names = [...new Set(body.alerts.map((alert) => alert.labels["alertname"] ?? ""))].filter((name) => name !== "");
  const shown = `${names.slice(0, max).join(comma)}${names.length > max ? "…" : ""}`;
  const group = Object.entries(body.groupLabels).flatMap(([label, value]) =>
    label === "alertname" || value === "" ? [] : [value],
  );
  const name = shown || body.receiver || "Alertmanager";
  return group.length > 0 ? `${name}${brackets(group.slice(0, max).join(comma))}` : name;
}
