/** Where the time of a signature stands, which is signed too, or is part of the signed body. */
export type SignedTime = (
  | { readonly header: string }
  /** A part of the signature's own header, `<name>=<time>`. */
  | { readonly part: string }
  /** A top-level field of a JSON body. */
  | { readonly field: string }
) & {
  /** Of the epoch: seconds or milliseconds. */
  readonly unit: "s" | "ms";
  /** How far (s) it may lie from the arrival, either way. */
  readonly tolerance: number;
  /** A request without it is signed over its body alone. */
  readonly isOptional?: true;
};

/** How a sender signs with HMAC. Names of headers are as people write them; lookups use lower case. */
export type Hmac = {
  /** Headers that may carry the signature, each alike. */
  readonly headers: readonly string[];
  /** What stands before the digits. */
  readonly prefix?: string;
  /** What stands between several signatures in one header: one that matches is enough, those of another prefix are passed over. */
  readonly between?: "," | " ";
  /** Default SHA-256. */
  readonly algorithm?: "sha1";
  /** Default hexadecimal. */
  readonly encoding?: "base64";
  /** The signed text: `{body}` (the default), `{time}`, `{id}`, `{secret}` and what stands between them. */
  readonly signed?: string;
  readonly time?: SignedTime;
  /** The header of `{id}`. */
  readonly id?: string;
  /** The key is what the secret is base64 of, behind `whsec_` or alone; default the secret's text. */
  readonly key?: "base64";
  /** Of a form it is the JSON in its only field `payload` that is signed, not the form. */
  readonly form?: "payload";
};

const minutes = 60;

/** The ids of Standard Webhooks, which Svix had under a name of its own before: standardwebhooks.com, docs.svix.com. */
const standard = (name: string) =>
  ({
    headers: [`${name}-signature`],
    prefix: "v1,",
    between: " ",
    encoding: "base64",
    signed: "{id}.{time}.{body}",
    time: { header: `${name}-timestamp`, unit: "s", tolerance: 5 * minutes },
    id: `${name}-id`,
    key: "base64",
  }) as const satisfies Hmac;

/** Atlassian's: the header that GitHub signed with SHA-1 in carries SHA-256 here. */
const atlassian = { headers: ["X-Hub-Signature"], prefix: "sha256=" } as const satisfies Hmac;

/** Who signs how. A new one is one row here, one in `test/support/sign-as.ts` and one in `test/verify/hmac-cases.ts`. */
export const hmacs = {
  github: { headers: ["X-Hub-Signature-256"], prefix: "sha256=" },
  /** From 11.6 on. Both headers' names are free text there. */
  grafana: {
    headers: ["X-Grafana-Alerting-Signature"],
    signed: "{time}:{body}",
    time: { header: "X-Grafana-Alerting-Timestamp", unit: "s", tolerance: 5 * minutes, isOptional: true },
  },
  /** The relay's own, for any sender. */
  hmac: {
    headers: ["X-Signature-256"],
    prefix: "sha256=",
    signed: "{time}.{body}",
    time: { header: "X-Signature-Timestamp", unit: "s", tolerance: 5 * minutes, isOptional: true },
  },
  /** Gitea's family; they send GitHub's header too. */
  gitea: { headers: ["X-Gitea-Signature", "X-Forgejo-Signature", "X-Gogs-Signature"], form: "payload" },
  /** The body is not signed (help.gitee.com, "WebHook 密钥验证和验证算法"). The same header may carry a password instead. */
  gitee: {
    headers: ["X-Gitee-Token"],
    encoding: "base64",
    signed: "{time}\n{secret}",
    time: { header: "X-Gitee-Timestamp", unit: "ms", tolerance: 60 * minutes },
  },
  coding: { headers: ["X-Coding-Signature"], prefix: "sha1=", algorithm: "sha1" },
  bitbucket: atlassian,
  jira: atlassian,
  sentry: { headers: ["Sentry-Hook-Signature"] },
  "standard-webhooks": standard("webhook"),
  svix: standard("svix"),
  pagerduty: { headers: ["X-PagerDuty-Signature"], prefix: "v1=", between: "," },
  linear: { headers: ["Linear-Signature"], time: { field: "webhookTimestamp", unit: "ms", tolerance: 1 * minutes } },
  stripe: {
    headers: ["Stripe-Signature"],
    prefix: "v1=",
    between: ",",
    signed: "{time}.{body}",
    time: { part: "t", unit: "s", tolerance: 5 * minutes },
  },
  vercel: { headers: ["x-vercel-signature"], algorithm: "sha1" },
  miniflux: { headers: ["X-Miniflux-Signature"] },
  /** Flux's provider `generic-hmac`. */
  flux: { headers: ["X-Signature"], prefix: "sha256=" },
} as const satisfies Readonly<Record<string, Hmac>>;

export type HmacName = keyof typeof hmacs;
