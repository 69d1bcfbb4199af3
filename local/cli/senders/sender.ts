import type { Method, ProofPlace } from "../../../lib/model/dialect.ts";
import type { HmacName } from "../../../lib/model/hmac.ts";
import type { Said } from "../../../lib/model/said.ts";

/**
 * What is entered in a field of the sender's. In a value stand `{at}` for the route's address, `{root}` for that of its host, `{apprise}` for
 * the address in Apprise's scheme, `{route}` for the route's name, `{secret}` for its secret, `{basic}` for user and secret in base64.
 */
export type Entered = { readonly field: Said; readonly value: string };

/** What the sender posts once that is entered, by which the relay believes it; values as in `Entered`. */
export type Call = {
  /** Default POST. */
  readonly method?: Method;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of its body, beside what it says. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Who signs like that, by the secret. */
  readonly signs?: HmacName | "dingtalk" | "feishu";
  /** The header of the signature, where it is not the usual one. */
  readonly signedIn?: string;
};

/** One way to set a sender up. */
export type Way = {
  /** For which of its tools, where it is not for all. */
  readonly where?: Said;
  readonly enter: readonly Entered[];
  readonly call: Call;
};

/** What is entered beside the address, by the place of the proof that it makes. */
export type EnteredFor = Readonly<Partial<Record<ProofPlace["kind"], readonly Entered[]>>>;

/** How a sender is set up, in its own words. */
export type Sender = {
  /** What to click. */
  readonly menu: Said;
  /** The page about it: `docs/<page>.md`, in Chinese `docs/<page>.zh-CN.md`. */
  readonly page: string;
  /** Its name of the field for the address. */
  readonly url?: Said;
  readonly enter?: EnteredFor;
  /** Where the places of its proofs do not say how its tools speak: the best first. */
  readonly ways?: readonly Way[];
};

/** Words in both languages, or the same in both. */
export const said = (zh: string, en = zh): Said => ({ zh, en });

/** A field of a sender's, and what goes into it: the secret alone, unless told otherwise. */
export const field = (zh: string, en = zh, value = "{secret}"): Entered => ({ field: said(zh, en), value });
