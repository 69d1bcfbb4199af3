import type { HmacName } from "../../lib/model/hmac.ts";

/** What a test has to know of a sender's way of signing, beside how it signs. */
export type HmacCase = {
  /** The header of the signature, as people write it. */
  readonly header: string;
  /** How long (s) a signature is good, where its time is signed. */
  readonly tolerance?: number;
  /** By which name a stale one is told. */
  readonly time?: string;
  /** A header that carries more of what is signed. */
  readonly other?: string;
  readonly isBodyUnsigned?: true;
};

const inHub = { header: "X-Hub-Signature" } as const;

export const hmacCases: Readonly<Record<HmacName, HmacCase>> = {
  github: { header: "X-Hub-Signature-256" },
  grafana: {
    header: "X-Grafana-Alerting-Signature",
    tolerance: 300,
    time: "X-Grafana-Alerting-Timestamp",
    other: "x-grafana-alerting-timestamp",
  },
  hmac: {
    header: "X-Signature-256",
    tolerance: 300,
    time: "X-Signature-Timestamp",
    other: "x-signature-timestamp",
  },
  gitea: { header: "X-Gitea-Signature" },
  gitee: {
    header: "X-Gitee-Token",
    tolerance: 3_600,
    time: "X-Gitee-Timestamp",
    other: "x-gitee-timestamp",
    isBodyUnsigned: true,
  },
  coding: { header: "X-Coding-Signature" },
  bitbucket: inHub,
  jira: inHub,
  sentry: { header: "Sentry-Hook-Signature" },
  "standard-webhooks": {
    header: "webhook-signature",
    tolerance: 300,
    time: "webhook-timestamp",
    other: "webhook-timestamp",
  },
  svix: { header: "svix-signature", tolerance: 300, time: "svix-timestamp", other: "svix-timestamp" },
  pagerduty: { header: "X-PagerDuty-Signature" },
  linear: { header: "Linear-Signature", tolerance: 60, time: "body.webhookTimestamp" },
  stripe: { header: "Stripe-Signature", tolerance: 300, time: "t= in Stripe-Signature" },
  vercel: { header: "x-vercel-signature" },
  miniflux: { header: "X-Miniflux-Signature" },
  flux: { header: "X-Signature" },
};
