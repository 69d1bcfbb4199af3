/** The header by which senders of a source name a delivery: one that was sent before would be taken for their repeat. */
const idHeaders: Readonly<Record<string, string>> = {
  generic: "x-delivery-id",
  github: "x-github-delivery",
  gitea: "x-github-delivery",
  gitlab: "webhook-id",
  coding: "x-coding-delivery",
  bitbucket: "x-request-uuid",
  "standard-webhooks": "webhook-id",
};

/** Others by which any may. */
const common = [
  "idempotency-key",
  "x-delivery-id",
  "x-request-id",
  "x-gitea-delivery",
  "webhook-id",
  "svix-id",
] as const;

/** The headers, names in lower case, with a name of its own for the delivery wherever the source's senders name one. */
export function withFreshIds(
  headers: Readonly<Record<string, string>>,
  source: string,
  id: string,
): Readonly<Record<string, string>> {
  const own = Object.hasOwn(idHeaders, source) ? idHeaders[source] : undefined;
  const names = [...(own === undefined ? [] : [own]), ...common.filter((name) => headers[name] !== undefined)];
  return { ...headers, ...Object.fromEntries(names.map((name) => [name, id])) };
}
