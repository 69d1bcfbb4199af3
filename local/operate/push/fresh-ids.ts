/** Headers by which senders name a delivery: one that was sent before would be taken for their repeat. */
const idHeaders = [
  "idempotency-key",
  "x-delivery-id",
  "x-request-id",
  "x-github-delivery",
  "x-gitea-delivery",
  "x-forgejo-delivery",
  "x-gogs-delivery",
  "x-gitlab-event-uuid",
  "x-gitlab-webhook-uuid",
  "x-coding-delivery",
  "x-request-uuid",
  "request-id",
  "webhook-id",
  "svix-id",
  "linear-delivery",
  "x-atlassian-webhook-identifier",
] as const;

/** The headers with a name of its own for the delivery wherever they name one. Names in lower case. */
export const withFreshIds = (
  headers: Readonly<Record<string, string>>,
  id: string,
): Readonly<Record<string, string>> => ({
  ...headers,
  ...Object.fromEntries(idHeaders.filter((name) => headers[name] !== undefined).map((name) => [name, id])),
});
