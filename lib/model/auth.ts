/**
 * How a request proves that it comes from the sender. `github` is GitHub's own HMAC header, `grafana` that of Grafana's
 * contact points (11.6 and later; hex over the raw body, or over `<timestamp>:<raw body>`); the others can be set on any route: `hmac` = `X-Signature-256: sha256=<hex>` over the raw body, `bearer` = `Authorization: Bearer <secret>`,
 * `basic` = user `relay` and the secret as password, `key` = `?key=<secret>`.
 */
export const authSchemes = ["github", "grafana", "hmac", "bearer", "basic", "key"] as const;

export type AuthScheme = (typeof authSchemes)[number];

/**
 * How requests of a route are proved: by a scheme; by `dialect`, any of the places where clients of the source's vendor
 * put a secret; or by `certificate`, the vendor's own, for the route's topics. No route names the last two: they are what such a source
 * does, unless told otherwise for `dialect`.
 */
export type ProvenBy = AuthScheme | "dialect" | "certificate";

/** Names of the headers that carry a signature and its time, where the sender's user chooses them. */
export type SignatureHeaders = { readonly signature?: string; readonly timestamp?: string };
