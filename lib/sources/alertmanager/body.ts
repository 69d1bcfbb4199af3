import * as z from "zod";

const labels = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String))
  .nullish()
  .transform((value) => value ?? {});

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");

/** A member that only Grafana has: of another tool's own member of that name nothing is asked. */
const lenient = z.string().catch("");

const Alert = z.looseObject({
  status: text,
  labels,
  annotations: labels,
  startsAt: text,
  endsAt: text,
  generatorURL: text,
  fingerprint: text,
  panelURL: lenient,
  dashboardURL: lenient,
  valueString: lenient,
  values: z.unknown().optional(),
});

/**
 * What Alertmanager posts (its format version 4), and what posts in its shape: Grafana, vmalert, Nightingale, SigNoz. Only
 * `alerts` is required; everything else may be missing or null.
 */
export const AlertmanagerBody = z.looseObject({
  status: text,
  receiver: text,
  groupKey: text,
  groupLabels: labels,
  commonLabels: labels,
  alerts: z.array(Alert).min(1, "has no alerts"),
  externalURL: text,
  truncatedAlerts: z
    .number()
    .int()
    .nonnegative()
    .nullish()
    .transform((count) => count ?? 0),
});

export type AlertmanagerBody = z.output<typeof AlertmanagerBody>;

export type Alert = AlertmanagerBody["alerts"][number];
