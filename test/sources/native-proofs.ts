import type { Sign } from "../support/sign-as.ts";
import { signAs } from "../support/sign-as.ts";
import type { Shaped } from "./facade-proofs.ts";

/** A request to a route's address, made with a secret for a body at a time; `path` behind the address, where it has one. */
type Way = (...sent: Parameters<Sign>) => Omit<Shaped, "path"> & { readonly path?: string };

/** A way that a sender has to prove itself, and what of the request it covers. */
export type NativeWay = {
  readonly sent: Way;
  /** The header, or what else, that a refused request is told to have. */
  readonly names: string;
  /** Whether the body is signed: one byte changed is refused. */
  readonly isSigned?: true;
  /** After how long (s) the same request is refused, where its time is signed. */
  readonly stale?: number;
};

/** A signature that covers the body, by the sender's row in `test/support/sign-as.ts`. */
export const signed = (of: keyof typeof signAs, names: string, stale?: number): NativeWay => ({
  sent: (...given) => ({ headers: signAs[of](...given) }),
  names,
  isSigned: true,
  ...(stale !== undefined && { stale }),
});

/** The secret itself in a header. */
export const inHeader = (name: string): NativeWay => ({
  sent: (secret) => ({ headers: { [name.toLowerCase()]: secret } }),
  names: name,
});

/** The secret behind the route's address. */
export const asKey: NativeWay = { sent: (secret) => ({ path: `/${secret}` }), names: "/<secret>, ?key=<secret>" };

export const asBearer: NativeWay = {
  sent: (secret) => ({ headers: { authorization: `Bearer ${secret}` } }),
  names: "Authorization: Bearer",
};

/**
 * How requests of each source prove themselves that has no answers of its own. A source more is an entry more; `bodyAt` is for one whose body
 * has to hold the time.
 */
export const nativeProofs: Readonly<
  Record<string, { readonly ways: Readonly<Record<string, NativeWay>>; readonly bodyAt?: (at: Date) => string }>
> = {
  github: { ways: { signature: signed("github", "X-Hub-Signature-256") } },
  alertmanager: { ways: { bearer: asBearer } },
  grafana: { ways: { bearer: asBearer } },
  generic: { ways: { bearer: asBearer } },
};
