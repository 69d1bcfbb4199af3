import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";
import { events, eventsOfAny, preset, urlOnly, urlOrHeader } from "./presets/facts.ts";

/** Of senders that hardly try again, and whose bodies do not say when: what goes off twice is told twice. */
const timeless = 2 * minute;

const arr = <Name extends string>(name: Name, label: string, own: string) =>
  preset(name, {
    proofs: [...urlOrHeader, { kind: "basic" }],
    events: events(`Test Grab Health HealthRestored ApplicationUpdate ${own}`),
    agent: `${label}/`,
    keys: ["eventType"],
    repeatWithin: timeless,
    load: async () => ({ format: (await import("./presets/arr.ts")).arr(name, label) }),
  });

/** Senders that are told by data: their facts here, their words in a file of `presets/` that the first request loads. */
export const presets = {
  sonarr: arr("sonarr", "Sonarr", "Download Rename SeriesAdd SeriesDelete EpisodeFileDelete ManualInteractionRequired"),
  radarr: arr("radarr", "Radarr", "Download Rename MovieAdded MovieDelete MovieFileDelete ManualInteractionRequired"),
  lidarr: arr(
    "lidarr",
    "Lidarr",
    "Download DownloadFailure ImportFailure Rename Retag ArtistAdd ArtistDelete AlbumDelete ManualInteractionRequired",
  ),
  readarr: arr(
    "readarr",
    "Readarr",
    "Download DownloadFailure ImportFailure Rename BookRetag AuthorAdded AuthorDelete BookDelete BookFileDelete",
  ),
  prowlarr: arr("prowlarr", "Prowlarr", "IndexerAdded"),
  emby: preset("emby", {
    proofs: urlOnly,
    events: eventsOfAny("library playback user system item plugins livetv devices"),
    agent: "Emby Server/",
    keys: ["Event", "Server"],
    load: () => import("./presets/emby.ts"),
  }),
  jellyfin: preset("jellyfin", {
    proofs: urlOrHeader,
    events: events(
      `Item{Added,Deleted} Playback{Start,Progress,Stop} SubtitleDownloadFailure Authentication{Failure,Success}
      SessionStart PendingRestart TaskCompleted
      Plugin{InstallationCancelled,InstallationFailed,Installed,Installing,Uninstalled,Updated}
      User{Created,Deleted,LockedOut,PasswordChanged,Updated,DataSaved} Generic`,
    ),
    keys: ["NotificationType"],
    load: () => import("./presets/jellyfin.ts"),
  }),
  miniflux: preset("miniflux", {
    proofs: [{ kind: "hmac", of: "miniflux" }],
    events: events("new_entries save_entry"),
    header: "x-miniflux-event-type",
    keys: ["event_type", "feed"],
    load: () => import("./presets/miniflux.ts"),
  }),
  flux: preset("flux", {
    proofs: [{ kind: "hmac", of: "flux" }, { kind: "bearer" }],
    events: eventsOfAny("info error trace"),
    header: "gotk-component",
    keys: ["involvedObject", "reason"],
    load: () => import("./presets/flux.ts"),
  }),
  diun: preset("diun", {
    proofs: urlOrHeader,
    events: events("new update unchange skip error"),
    agent: "diun/",
    keys: ["diun_version"],
    load: () => import("./presets/diun.ts"),
  }),
  coolify: preset("coolify", {
    proofs: urlOnly,
    events: events(
      `test deployment_{success,failed} status_changed restart_limit_reached container_{restarted,stopped}
      backup_{success,failed,success_with_s3_warning} task_{success,failed} docker_cleanup_{success,failed}
      server_{unreachable,reachable,patch_check,force_disabled,force_enabled} high_disk_usage traefik_version_outdated
      ssl_certificate_renewal api_token_expiring`,
    ),
    keys: ["event", "success", "message"],
    repeatWithin: timeless,
    load: () => import("./presets/coolify.ts"),
  }),
  statuspage: preset("statuspage", {
    proofs: urlOnly,
    events: {
      incident:
        "investigating identified monitoring resolved postmortem scheduled in_progress verifying completed".split(" "),
      component: "operational degraded_performance partial_outage major_outage under_maintenance".split(" "),
    },
    keys: ["meta", "page"],
    load: () => import("./presets/statuspage.ts"),
  }),
  uptimerobot: preset("uptimerobot", {
    proofs: urlOnly,
    events: events("down up ssl_expiry domain_expiry"),
    keys: ["monitorID", "alertType"],
    repeatWithin: timeless,
    methods: ["GET", "POST"],
    load: () => import("./presets/uptimerobot.ts"),
  }),
  cloudflare: preset("cloudflare", {
    proofs: [{ kind: "header", name: "cf-webhook-auth" }],
    events: { ...eventsOfAny("firing resolved alert"), message: [] },
    header: "cf-webhook-auth",
    load: () => import("./presets/cloudflare.ts"),
  }),
  linear: preset("linear", {
    proofs: [{ kind: "hmac", of: "linear" }],
    events: eventsOfAny(
      `Issue Comment Project ProjectUpdate Cycle Document Initiative InitiativeUpdate Customer CustomerNeed IssueSLA
      IssueLabel Reaction Attachment User`,
    ),
    header: "linear-signature",
    load: () => import("./presets/linear.ts"),
  }),
  jira: preset("jira", {
    proofs: [{ kind: "hmac", of: "jira" }],
    events: events(
      `issue_{created,updated,deleted} comment_{created,updated,deleted} worklog_{created,updated,deleted}
      issuelink_{created,deleted} attachment_{created,deleted} sprint_{created,updated,started,closed,deleted}
      version_{created,updated,released,unreleased,moved,deleted} project_{created,updated,deleted}
      user_{created,updated,deleted} board_{created,updated,deleted}`,
    ),
    header: "x-atlassian-webhook-identifier",
    keys: ["webhookEvent"],
    load: () => import("./presets/jira.ts"),
  }),
  pagerduty: preset("pagerduty", {
    proofs: [{ kind: "hmac", of: "pagerduty" }],
    events: eventsOfAny(
      `pagey incident{,_responder,_workflow,_conference_bridge,_custom_field_values,_incident_type}
      service{,_custom_field_values}`,
    ),
    header: "x-pagerduty-signature",
    load: () => import("./presets/pagerduty.ts"),
  }),
  stripe: preset("stripe", {
    proofs: [{ kind: "hmac", of: "stripe" }],
    events: eventsOfAny(
      `account{,_application,_external_account} application_fee balance billing_portal_configuration capability
      cash_balance charge{,_dispute,_refund} checkout_session coupon credit_note
      customer{,_discount,_source,_subscription,_tax_id} file invoice invoiceitem
      issuing_{authorization,card,dispute,transaction} mandate payment_{intent,link,method} payout person plan price product
      promotion_code quote radar_early_fraud_warning refund review setup_intent sigma_scheduled_query_run source
      subscription_schedule tax_rate topup transfer`,
    ),
    header: "stripe-signature",
    load: () => import("./presets/stripe.ts"),
  }),
  vercel: preset("vercel", {
    proofs: [{ kind: "hmac", of: "vercel" }],
    events: eventsOfAny("deployment project project_domain domain firewall alerts budget integration-configuration"),
    header: "x-vercel-signature",
    hasBranches: true,
    load: () => import("./presets/vercel.ts"),
  }),
  "bililive-recorder": preset("bililive-recorder", {
    proofs: urlOnly,
    events: events("Stream{Started,Ended} Session{Started,Ended} File{Opening,Closed}"),
    agent: "BililiveRecorder/",
    keys: ["EventType", "EventData"],
    load: () => import("./presets/bililive-recorder.ts"),
  }),
  "azure-monitor": preset("azure-monitor", {
    proofs: urlOnly,
    events: events("Fired Resolved"),
    keys: ["schemaId", "data"],
    load: () => import("./presets/azure-monitor.ts"),
  }),
} as const satisfies Record<string, Source>;
