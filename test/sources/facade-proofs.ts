/** A request to a host, made with a secret (or without): `path` from the root, where `ops` is the route's id. */
export type Shaped = {
  readonly path: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
};

type Proofs = {
  /** Each way in which clients of the dialect carry a secret. */
  readonly ways: Readonly<Record<string, (secret: string) => Shaped>>;
  readonly body: unknown;
  /** What whoever has no secret is answered, in the vendor's words. */
  readonly refused: { readonly status: number; readonly text: string };
};

const segment = (secret: string): Shaped => ({ path: `/ops/${secret}` });
const query = (secret: string): Shaped => ({ path: "/ops", query: { key: secret } });

const slack = { status: 403, text: "invalid_token" } as const;

/** How requests of each façade prove themselves, and how they are refused that do not. A façade more is an entry more. */
export const proofs: Readonly<Record<string, Proofs>> = {
  slack: {
    ways: {
      segment,
      query,
      token: (secret) => ({ path: "/ops", query: { token: secret } }),
      "Slack's own path": (secret) => ({ path: `/ops/services/T0/B0/${secret}` }),
      "a short one": (secret) => ({ path: `/ops/services/${secret}` }),
      "Jenkins, whose base is the route": (secret) => ({ path: `/ops/T0/B0/${secret}` }),
    },
    body: { text: "up" },
    refused: slack,
  },
  mattermost: {
    ways: {
      segment,
      query,
      hooks: (secret) => ({ path: `/ops/hooks/${secret}` }),
      "a bot's token": (secret) => ({ path: "/ops/api/v4/posts", headers: { authorization: `Bearer ${secret}` } }),
      "the root of the host": (secret) => ({ path: `/hooks/ops.${secret}` }),
    },
    body: { text: "up" },
    refused: slack,
  },
  rocketchat: {
    ways: {
      segment,
      query,
      hooks: (secret) => ({ path: `/ops/hooks/${secret}` }),
      "hooks of two parts": (secret) => ({ path: `/ops/hooks/any/${secret}` }),
      "the root of the host": (secret) => ({ path: `/hooks/ops.${secret}` }),
      "the root, in two parts": (secret) => ({ path: `/hooks/ops/${secret}` }),
    },
    body: { text: "up" },
    refused: { status: 403, text: '{"success":false,"error":"invalid_token"}' },
  },
  discord: {
    ways: {
      segment,
      query,
      "before an ending": (secret) => ({ path: `/ops/${secret}/slack` }),
      "Discord's own path": (secret) => ({ path: `/ops/api/webhooks/1/${secret}` }),
      "of a version": (secret) => ({ path: `/ops/api/v10/webhooks/1/${secret}/github` }),
      "discord.js, whose base is the route": (secret) => ({ path: `/ops/v10/webhooks/1/${secret}` }),
      "a look at the webhook": (secret) => ({ path: `/ops/${secret}`, method: "GET" }),
    },
    body: { content: "up" },
    refused: { status: 401, text: '{"message":"Invalid Webhook Token","code":50027}' },
  },
};
