import type { HmacName } from "../../lib/model/hmac.ts";
import { type Sign, signAs } from "../support/sign-as.ts";
import type { Shaped } from "./facade-proofs.ts";

/** A request to a route's address, made with a secret for a body at a time; `path` behind the address, where it has one. */
type Send = (...sent: Parameters<Sign>) => Omit<Shaped, "path"> & { readonly path?: string };

/** A way that a sender has to prove itself, and what of the request it covers. */
export type NativeWay = {
  readonly sent: Send;
  /** The header, or what else, that a refused request is told to have. */
  readonly names: string;
  /** Whether the body is signed: one byte changed is refused. */
  readonly isSigned?: true;
  /** After how long (s) the same request is refused, where its time is signed. */
  readonly stale?: number;
};

/** The ways that several senders have. */
export const by = {
  /** A signature that covers the body, by the sender's row in `test/support/sign-as.ts`. */
  signature: (of: HmacName, names: string, stale?: number): NativeWay => ({
    sent: (...given) => ({ headers: signAs[of](...given) }),
    names,
    isSigned: true,
    ...(stale !== undefined && { stale }),
  }),
  /** The secret itself in a header. */
  header: (name: string): NativeWay => ({
    sent: (secret) => ({ headers: { [name.toLowerCase()]: secret } }),
    names: name,
  }),
  /** The secret behind the route's address. */
  segment: { sent: (secret) => ({ path: `/${secret}` }), names: "/<secret>, ?key=<secret>" } satisfies NativeWay,
  query: { sent: (secret) => ({ query: { key: secret } }), names: "?key=<secret>" } satisfies NativeWay,
  basic: {
    sent: (secret) => ({ headers: { authorization: `Basic ${Buffer.from(`relay:${secret}`).toString("base64")}` } }),
    names: "Authorization: Basic",
  } satisfies NativeWay,
  bearer: {
    sent: (secret) => ({ headers: { authorization: `Bearer ${secret}` } }),
    names: "Authorization: Bearer",
  } satisfies NativeWay,
} as const;
