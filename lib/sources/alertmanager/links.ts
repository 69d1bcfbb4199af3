import { httpLink } from "../http-link.ts";
import { addresses, annotationOf } from "./annotations.ts";
import type { Alert, AlertmanagerBody } from "./body.ts";

/** Whether Grafana sent it: its addresses lead to itself, where Alertmanager's generator is often a host of the cluster. */
export const isOfGrafana = (body: AlertmanagerBody): boolean => Object.hasOwn(body, "orgId");

type LinkOf = (alert: Alert) => string | undefined;

/** Where an alert's own address leads, the most exact first. */
const exact: readonly LinkOf[] = [({ panelURL }) => panelURL, ({ dashboardURL }) => dashboardURL];

const told: readonly LinkOf[] = [addresses.dashboard, addresses.runbook, addresses.page].map(
  (names) => (alert) => annotationOf(alert, names),
);

/** The rule's page, where it is one of Grafana's: of rules that it has from elsewhere the generator is a host of theirs. */
const ruleOf = (body: AlertmanagerBody): LinkOf => {
  const host = hostOf(body.externalURL);
  return ({ generatorURL }) =>
    isOfGrafana(body) && (host === undefined || hostOf(generatorURL) === host) ? generatorURL : undefined;
};

const hostOf = (url: string): string | undefined => (httpLink(url) === undefined ? undefined : new URL(url).host);

/**
 * A page that all alerts share: the panel, the dashboard, the rule of Grafana, what annotations name; or else
 * Alertmanager's own page, or the first alert's rule where its address is none.
 */
export function linkOf(body: AlertmanagerBody): string | undefined {
  const shared = [...exact, ruleOf(body), ...told]
    .map((linkOf) => sharedBy(body.alerts, linkOf))
    .find((link) => link !== undefined);
  return shared ?? httpLink(body.externalURL) ?? httpLink(body.alerts[0]?.generatorURL);
}

function sharedBy(alerts: readonly Alert[], linkOf: LinkOf): string | undefined {
  const [first, ...others] = new Set(alerts.map((alert) => httpLink(linkOf(alert))));
  return others.length === 0 ? first : undefined;
}
