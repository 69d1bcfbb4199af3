import type { HmacName } from "./hmac.ts";
import type { ExactAnswer, Inbound } from "./inbound.ts";
import type { Refusal } from "./refusal.ts";

export type Method = "GET" | "POST" | "PUT";

/** Where a request may carry its route's secret, or a signature by it. Any of a dialect's places proves the request. */
export type ProofPlace =
  /** The segment after the route's address, or `?key=`: any client that takes a whole URL can have it. */
  | { readonly kind: "key" }
  | { readonly kind: "query"; readonly name: string }
  /**
   * A segment of what the client appends, after a word that stands before it (`bot<secret>`); `numbered` where digits and a colon
   * may come first, since its clients take no secret without (`bot1:<secret>`).
   */
  | { readonly kind: "segment"; readonly at: number; readonly after: string; readonly numbered?: true }
  /** The last segment of all, before a word that stands behind it (`<secret>.send`). */
  | { readonly kind: "last"; readonly before: string }
  | { readonly kind: "header"; readonly name: string }
  | { readonly kind: "bearer" }
  /** The password of `Authorization: Basic`, whatever the user's name. */
  | { readonly kind: "basic" }
  /** A query name whose value is base64 of a whole `Authorization` header (ntfy's `?auth=`). */
  | { readonly kind: "authorization"; readonly name: string }
  /** A field of the body, JSON or form. */
  | { readonly kind: "field"; readonly name: string }
  /** A field of the body or the query that may hold several, as a list or with commas between them. */
  | { readonly kind: "list"; readonly name: string }
  | { readonly kind: "sign"; readonly of: "dingtalk" | "feishu" }
  /** A signature of the body in a header, as a sender of that name makes it. */
  | { readonly kind: "hmac"; readonly of: HmacName };

/** Of a request to the root of a host, by a client that loses the path: where it says which route it means. */
export type RootCall = {
  /** The path from the root, as in `paths`; a segment `:key` is where the route and its secret stand, or the secret after `:route`. */
  readonly path: string;
  /**
   * Where else they stand: `<route>.<secret>`, in a header also after `Bearer`; `topic`: the route alone; `joined`: the secret right
   * behind the route, for clients that take nothing but letters and digits.
   */
  readonly named?: { readonly field: string } | { readonly query: string } | { readonly header: string };
  readonly as?: "topic" | "joined";
};

/**
 * How clients of a vendor speak to a URL, and how they want to be answered. What is left out is as the relay does it: a sender of webhooks,
 * which posts to the route's own address and takes any 2xx, says nothing but its proofs.
 */
export type Dialect = {
  /**
   * What they append to the address that they are given, and by which methods: `""`, `send_msg`, `:title/:body`. A segment
   * `:name` is any, `bot:name` any that begins so, `*` at the end any number. Before all of it may stand the
   * secret. Default: nothing, by POST.
   */
  readonly paths?: Readonly<Record<string, readonly Method[]>>;
  readonly proofs: readonly ProofPlace[];
  /**
   * What the vendor answers to what it took. `delivery` is the same for a repeat, for dialects that answer with an id. Default: 202 with what
   * became of it in JSON.
   */
  readonly taken?: (inbound: Inbound, delivery: string) => ExactAnswer;
  /** The vendor's words for a refusal: clients read its codes. Default: its status, with the reason in JSON. */
  readonly refused?: (refusal: Refusal, inbound: Inbound) => ExactAnswer;
  /** Answers what tells nothing, a client's look at who it is; undefined for all that does. */
  readonly aside?: (inbound: Inbound) => ExactAnswer | undefined;
  readonly roots?: readonly RootCall[];
};
