import { signAs } from "../support/sign-as.ts";
import { by, type NativeWay } from "./native-ways.ts";

/**
 * How requests of each source prove themselves that has no answers of its own. A source more is an entry more; `bodyAt` is for one whose body
 * has to hold the time.
 */
export const nativeProofs: Readonly<
  Record<string, { readonly ways: Readonly<Record<string, NativeWay>>; readonly bodyAt?: (at: Date) => string }>
> = {
  github: { ways: { signature: by.signature("github", "X-Hub-Signature-256") } },
  gitlab: {
    ways: {
      "signing token": by.signature("standard-webhooks", "webhook-signature", 300),
      "secret token": by.header("X-Gitlab-Token"),
    },
  },
  gitea: {
    ways: {
      signature: by.signature("gitea", "X-Gitea-Signature"),
      "GitHub's signature": by.signature("github", "X-Gitea-Signature"),
    },
  },
  gitee: {
    ways: {
      // It covers the time alone.
      signature: {
        sent: (...given) => ({ headers: signAs.gitee(...given) }),
        names: "X-Gitee-Token",
        stale: 60 * 60,
      },
      password: by.header("X-Gitee-Token"),
    },
  },
  coding: { ways: { signature: by.signature("coding", "X-Coding-Signature") } },
  bitbucket: { ways: { signature: by.signature("bitbucket", "X-Hub-Signature") } },
  alertmanager: { ways: { bearer: by.bearer } },
  grafana: { ways: { bearer: by.bearer } },
  "uptime-kuma": { ways: { segment: by.segment, query: by.query, bearer: by.bearer } },
  healthchecks: { ways: { segment: by.segment, query: by.query, bearer: by.bearer } },
  sentry: {
    ways: { signature: by.signature("sentry", "Sentry-Hook-Signature"), segment: by.segment, query: by.query },
  },
  jenkins: { ways: { segment: by.segment, query: by.query, basic: by.basic } },
  zabbix: { ways: { bearer: by.bearer, segment: by.segment } },
  generic: { ways: { bearer: by.bearer } },
  ...Object.fromEntries(
    ["sonarr", "radarr", "lidarr", "readarr", "prowlarr"].map((name) => [
      name,
      { ways: { segment: by.segment, query: by.query, bearer: by.bearer, basic: by.basic } },
    ]),
  ),
  ...Object.fromEntries(
    ["emby", "coolify", "statuspage", "uptimerobot", "bililive-recorder", "azure-monitor"].map((name) => [
      name,
      { ways: { segment: by.segment, query: by.query } },
    ]),
  ),
  jellyfin: { ways: { segment: by.segment, query: by.query, bearer: by.bearer } },
  diun: { ways: { segment: by.segment, query: by.query, bearer: by.bearer } },
  miniflux: { ways: { signature: by.signature("miniflux", "X-Miniflux-Signature") } },
  flux: { ways: { signature: by.signature("flux", "X-Signature"), bearer: by.bearer } },
  cloudflare: { ways: { header: by.header("cf-webhook-auth") } },
  linear: {
    ways: { signature: by.signature("linear", "Linear-Signature", 60) },
    bodyAt: (at) => JSON.stringify({ type: "Issue", action: "create", webhookTimestamp: at.getTime() }),
  },
  jira: { ways: { signature: by.signature("jira", "X-Hub-Signature") } },
  pagerduty: { ways: { signature: by.signature("pagerduty", "X-PagerDuty-Signature") } },
  stripe: { ways: { signature: by.signature("stripe", "Stripe-Signature", 300) } },
  vercel: { ways: { signature: by.signature("vercel", "x-vercel-signature") } },
  cloudmonitor: { ways: { "the end of the address": by.segment, key: by.query } },
  "standard-webhooks": {
    ways: {
      "standard webhooks": by.signature("standard-webhooks", "webhook-signature", 300),
      svix: by.signature("svix", "svix-signature", 300),
    },
  },
};
