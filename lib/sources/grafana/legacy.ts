import * as z from "zod";
import { isObject } from "../../base/is-object.ts";
import { lookUp } from "../look-up.ts";

const text = z.string().nullish();

const Match = z.looseObject({ metric: text, value: z.number().nullish(), tags: z.unknown().optional() });

/** What Grafana 7 and before posts of one rule: a state, and what was measured. */
export const LegacyBody = z.looseObject({
  ruleName: z.string(),
  ruleId: z.union([z.number(), z.string()]).nullish(),
  ruleUrl: text,
  state: z.string(),
  message: text,
  orgId: z.union([z.number(), z.string()]).nullish(),
  evalMatches: z.array(Match).nullish(),
  tags: z.unknown().optional(),
});

type LegacyBody = z.infer<typeof LegacyBody>;

/** States that say how it stands; `pending`, `paused` and their like are no news. */
const states = { alerting: "firing", no_data: "firing", ok: "resolved" } as const;

/** How a rule stands by its state; undefined for one that is no news. */
export const statusOf = ({ state }: LegacyBody): "firing" | "resolved" | undefined => lookUp(states, state);

/**
 * An old body in the shape of the new ones: one alert of the rule, or one a series where there are several. They share a
 * fingerprint, since the body of a rule's end names no series.
 */
export function asAlerts(body: LegacyBody): object {
  const { ruleName, ruleId, ruleUrl, message, orgId, evalMatches } = body;
  const matches = evalMatches?.length ? evalMatches : [undefined];
  const group = ruleUrl || `${orgId ?? ""}/${ruleId ?? ruleName}`;
  return {
    ...body,
    orgId: orgId ?? 0,
    status: statusOf(body),
    groupKey: `rule ${group}`,
    groupLabels: { alertname: ruleName },
    commonLabels: {},
    alerts: matches.map((match) => ({
      status: statusOf(body),
      labels: { ...textsOf(body.tags), ...textsOf(match?.tags), ...namesOf(body) },
      annotations: { message: message ?? "" },
      fingerprint: group,
      panelURL: ruleUrl ?? "",
      ...(match?.value != null && { values: { [match.metric || "value"]: match.value } }),
    })),
  };
}

const namesOf = ({ ruleName, state }: LegacyBody): object =>
  state === "no_data" ? { alertname: "DatasourceNoData", rulename: ruleName } : { alertname: ruleName };

const textsOf = (tags: unknown): Readonly<Record<string, string>> =>
  isObject(tags)
    ? Object.fromEntries(
        Object.entries(tags).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
      )
    : {};
