import { minute } from "../base/time.ts";
import type { Source } from "../model/source.ts";

/** Any sender that signs by standardwebhooks.com, or as Svix did before it. */
export const standardWebhooks = {
  name: "standard-webhooks",
  auth: "dialect",
  dialect: {
    proofs: [
      { kind: "hmac", of: "standard-webhooks" },
      { kind: "hmac", of: "svix" },
    ],
  },
  repeatWithin: 30 * minute,
  isMine: ({ headers }) => headers["webhook-signature"] !== undefined || headers["svix-signature"] !== undefined,
  load: async () => (await import("./standard-webhooks/format.ts")).standardWebhooksFormat,
} as const satisfies Source;
