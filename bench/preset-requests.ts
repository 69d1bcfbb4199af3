import { presets } from "../lib/sources/presets.ts";

type Bodies = { readonly plain: unknown; readonly marked?: unknown };

const health = (words: string) => ({ eventType: "Health", level: "error", message: words, type: "DiskCheck" });

/** The least that each preset tells, around words and around Markdown. */
const bodies: Readonly<Record<keyof typeof presets, (words: string) => unknown>> = {
  sonarr: health,
  radarr: health,
  lidarr: health,
  readarr: health,
  prowlarr: health,
  emby: (text) => ({ Event: "library.new", Item: { Name: "a", Overview: text }, Server: { Name: "nas" } }),
  jellyfin: (text) => ({ NotificationType: "ItemAdded", Name: "a", Overview: text }),
  miniflux: (content) => ({ event_type: "new_entries", feed: { title: "a" }, entries: [{ title: "b", content }] }),
  flux: (message) => ({ severity: "error", involvedObject: { kind: "Kustomization", name: "apps" }, message }),
  diun: (words) => ({ status: "update", image: words }),
  coolify: (words) => ({ event: "backup_failed", success: false, database_name: "orders", error_output: words }),
  statuspage: (body) => ({ incident: { name: "a", status: "resolved", incident_updates: [{ body }] } }),
  uptimerobot: (words) => ({ alertType: "1", monitorFriendlyName: "shop", alertDetails: words }),
  cloudflare: (text) => ({ alert_type: "dos_attack_l7", policy_name: "a", text }),
  linear: (description) => ({ type: "Issue", action: "create", data: { identifier: "A-1", title: "a", description } }),
  jira: (description) => ({
    webhookEvent: "jira:issue_created",
    issue: { key: "A-1", fields: { summary: "a", description } },
  }),
  pagerduty: (title) => ({ event: { event_type: "incident.triggered", data: { number: 1, title } } }),
  stripe: (words) => ({
    type: "charge.failed",
    data: { object: { amount: 1, currency: "usd", failure_message: words } },
  }),
  vercel: (name) => ({ type: "deployment.error", payload: { deployment: { name } } }),
  "bililive-recorder": (Title) => ({ EventType: "StreamStarted", EventData: { Name: "a", Title } }),
  "azure-monitor": (alertRule) => ({ data: { essentials: { monitorCondition: "Fired", alertRule } } }),
};

/** Presets whose texts may be marked up. */
const marked = new Set(["emby", "jellyfin", "miniflux", "statuspage", "linear"]);

/** Requests of a preset, by which its first use is measured; undefined for other sources. */
export function presetRequests(source: string, words: string, markdown: string): Bodies | undefined {
  if (!Object.hasOwn(bodies, source)) return undefined;
  const make = bodies[source as keyof typeof presets];
  return { plain: make(words), ...(marked.has(source) && { marked: make(markdown) }) };
}
