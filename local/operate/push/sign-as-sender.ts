import type { AuthScheme, SignatureHeaders } from "../../../lib/model/auth.ts";
import type { ProofPlace } from "../../../lib/model/dialect.ts";
import { hmacs } from "../../../lib/model/hmac.ts";
import type { Source } from "../../../lib/model/source.ts";
import { placeOf } from "../../cli/senders/ways.ts";
import { signHmac, withField } from "./sign-hmac.ts";

/** A request that is to be posted; names of headers in lower case. */
export type Outgoing = {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: string;
};

export type SignedBy = {
  readonly secret: string;
  readonly now: Date;
  /** A name for the message that no other has. */
  readonly id: string;
};

/** Kinds of places that do not depend on what stands in the path, in the order that they are taken in. */
const usable = ["hmac", "header", "key", "query", "bearer", "basic", "field"] as const;

type Usable = Extract<ProofPlace, { readonly kind: (typeof usable)[number] }>;

const isUsable = (place: ProofPlace): place is Usable => usable.some((kind) => kind === place.kind);

type Asked = {
  readonly auth?: AuthScheme;
  readonly headers?: SignatureHeaders;
  readonly source: Pick<Source, "auth" | "dialect">;
};

/** Where a sender of a route proves itself: as the route says, or at the first of its source's places. */
function placeToSign({ auth, source }: Asked): Usable | undefined {
  const scheme = auth ?? source.auth;
  if (scheme in placeOf) return placeOf[scheme as AuthScheme];
  const places = (source.dialect?.proofs ?? []).filter(isUsable);
  return places.toSorted((a, b) => usable.indexOf(a.kind) - usable.indexOf(b.kind))[0];
}

/** The request without what proves anything, by whichever of the source's places. */
function stripped({ headers, query, body }: Outgoing, { auth, source }: Asked): Outgoing {
  const places = [...(source.dialect?.proofs ?? []), ...(auth ? [placeOf[auth]] : [])];
  const names = places.flatMap((place) => {
    if (place.kind === "hmac") return hmacs[place.of].headers;
    return place.kind === "header" ? [place.name] : [];
  });
  const dropped = new Set(["authorization", ...names.map((name) => name.toLowerCase())]);
  const kept = new URLSearchParams(query);
  for (const place of places) {
    if (place.kind === "query" || place.kind === "authorization") kept.delete(place.name);
    if (place.kind === "key") kept.delete("key");
  }
  return {
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name))),
    query: kept,
    body,
  };
}

/** Signs a request as the sender of a route would: what it brings of a proof is replaced. */
export function signAsSender(request: Outgoing, asked: Asked, by: SignedBy): Outgoing {
  const plain = stripped(request, asked);
  const place = placeToSign(asked);
  return place ? signAt(place, plain, asked.headers ?? {}, by) : plain;
}

function signAt(place: Usable, request: Outgoing, names: SignatureHeaders, by: SignedBy): Outgoing {
  const { secret } = by;
  const withHeader = (name: string, value: string): Outgoing => ({
    ...request,
    headers: { ...request.headers, [name.toLowerCase()]: value },
  });
  const withQuery = (name: string): Outgoing => {
    const query = new URLSearchParams(request.query);
    query.set(name, secret);
    return { ...request, query };
  };
  switch (place.kind) {
    case "hmac":
      return signed(place.of, request, names, by);
    case "header":
      return withHeader(place.name, secret);
    case "bearer":
      return withHeader("authorization", `Bearer ${secret}`);
    case "basic":
      return withHeader("authorization", `Basic ${Buffer.from(`relay:${secret}`).toString("base64")}`);
    case "field":
      return { ...request, body: withField(request.body, place.name, secret) };
    default:
      return withQuery(place.kind === "query" ? place.name : "key");
  }
}

function signed(of: keyof typeof hmacs, request: Outgoing, names: SignatureHeaders, { secret, now, id }: SignedBy) {
  const { headers, body } = signHmac(hmacs[of], secret, request.body, { now, id });
  const [usual = ""] = hmacs[of].headers;
  const nameOf = (name: string): string => (name === usual ? names.signature : names.timestamp) ?? name;
  const renamed = of === "grafana" ? (name: string) => nameOf(name) : (name: string) => name;
  const lower = Object.entries(headers).map(([name, value]) => [renamed(name).toLowerCase(), value]);
  return { ...request, headers: { ...request.headers, ...Object.fromEntries(lower) }, body };
}
