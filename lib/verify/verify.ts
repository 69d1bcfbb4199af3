import type { AuthScheme, SignatureHeaders } from "../model/auth.ts";
import type { Inbound } from "../model/inbound.ts";
import { refuse, type Refusal } from "../model/refusal.ts";
import type { Proof } from "./proof.ts";
import { schemes } from "./schemes.ts";

/** `secret` is the index of the secret that matched: during a rotation the log tells whether the old one is still in use. */
export type Verified = { readonly kind: "verified"; readonly secret: number };

/**
 * Whether a request proves itself by any of the route's secrets. Without a secret nothing passes. `names` are the names
 * of the secrets, for the message; every secret is tried, so the time does not tell which one matched.
 */
export function verify(
  scheme: AuthScheme,
  inbound: Inbound,
  secrets: readonly string[],
  names: readonly string[] = [],
  headers: SignatureHeaders = {},
): Verified | Refusal {
  return tryProof(schemes[scheme](inbound, headers), scheme, secrets, names);
}

/** Whether what a request brought is proved by any of the secrets; `way` names how it was to prove itself. */
export function tryProof(
  proof: Proof,
  way: string,
  secrets: readonly string[],
  names: readonly string[] = [],
): Verified | Refusal {
  if (proof.kind === "problem") return refuse("unauthorized", `${way}: ${proof.en}`, `${way}：${proof.zh}`);
  const wanted =
    names.length > 0
      ? { en: names.join(" or "), zh: names.join(" 或 ") }
      : { en: "the route's secret", zh: "路由的密钥" };
  if (secrets.every((secret) => secret === "")) {
    return refuse(
      "unauthorized",
      `${way}: the relay has no value for ${wanted.en}, so nothing can pass`,
      `${way}：中继这边没有 ${wanted.zh} 的值，所以都通不过`,
    );
  }
  const { en, zh } = proof.beside ?? { en: "", zh: "" };
  const secret = secrets.map((secret) => secret !== "" && proof.matches(secret)).indexOf(true);
  return secret >= 0
    ? { kind: "verified", secret }
    : refuse(
        "unauthorized",
        `${way}: ${proof.where.en} does not match: check that the sender's secret equals ${wanted.en}${en && `; ${en}`}`,
        `${way}：${proof.where.zh} 对不上：请检查发送方的密钥和 ${wanted.zh} 是否一致${zh && `；${zh}`}`,
      );
}
