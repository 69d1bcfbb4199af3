import type { ProvenBy } from "../model/auth.ts";
import { isRefusal, type Refusal, refuse } from "../model/refusal.ts";
import { placesProof } from "../verify/places.ts";
import { tryProof, verify } from "../verify/verify.ts";
import type { AcceptPorts } from "./accept-ports.ts";
import type { Called } from "./called.ts";

/** AWS refuses larger requests itself; the local run and other fronts are held to the same. */
const maxBytes = 6 * 1_024 * 1_024;

/** A request that may be read, and the name of the secret that proved it, where its route asks for one. */
export type Proven = { readonly secret?: string };

const tooLarge = refuse("too-large", "the body is over 6 MB", "正文超过 6 MB");

const certificateAlone = refuse(
  "unauthorized",
  "no secret proves this: its vendor's signature does",
  "密钥证明不了这个请求：要有对方的签名",
);

/**
 * How a route's sender proves itself; undefined where it need not. What a certificate proves nothing else does: beside another source
 * the route may be open for that one alone.
 */
export function provenBy({ route, source }: Pick<Called, "route" | "source">): ProvenBy | undefined {
  if (source.auth === "certificate") return source.auth;
  return route.open ? undefined : (route.auth ?? source.auth);
}

/** Whether a request proves itself by a secret, as its route asks: the bytes that came, before anything reads them. */
export function prove(called: Called, { secretsOf }: Pick<AcceptPorts, "secretsOf">): Proven | Refusal {
  const { route, source, inbound } = called;
  if (inbound.body.byteLength > maxBytes) return tooLarge;
  const scheme = provenBy(called);
  if (scheme === undefined) return {};
  if (scheme === "certificate") return certificateAlone;
  const names = [route.secret ?? []].flat();
  const secrets = secretsOf(names);
  const verified =
    scheme === "dialect"
      ? tryProof(placesProof(source.dialect?.proofs ?? [], inbound), source.name, secrets, names)
      : verify(scheme, inbound, secrets, names, route.headers);
  if (isRefusal(verified)) return verified;
  const secret = names[verified.secret];
  return secret === undefined ? {} : { secret };
}
