/**
 * How a request proves that it comes from the sender. `github` is GitHub's own HMAC header; the others can be set on any
 * route: `hmac` = `X-Signature-256: sha256=<hex>` over the raw body, `bearer` = `Authorization: Bearer <secret>`,
 * `basic` = user `relay` and the secret as password, `key` = `?key=<secret>`.
 */
export const authSchemes = ["github", "hmac", "bearer", "basic", "key"] as const;

export type AuthScheme = (typeof authSchemes)[number];
