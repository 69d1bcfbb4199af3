import type { Access, AccessTokens } from "../../lib/send/token.ts";

/** Tokens that are handed out in turn, and a record of those that were dropped. */
export function tokensOf(...accesses: readonly (string | Access)[]): AccessTokens & { readonly dropped: string[] } {
  const dropped: string[] = [];
  const access = accesses.map((one): Access => (typeof one === "string" ? { kind: "token", token: one } : one));
  const last = access.at(-1) ?? { kind: "token", token: "none" };
  return { dropped, current: async () => access[dropped.length] ?? last, drop: (token) => dropped.push(token) };
}
