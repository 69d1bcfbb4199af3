/** A request as received. Header names are in lower case; `body` is the bytes that were signed. */
export type Inbound = {
  readonly method: string;
  /** Path as it came, starting with `/`, without the query. */
  readonly path: string;
  /** Segments after the route's own address, each decoded, but for that of the secret; of a request whose route is known. */
  readonly rest?: readonly string[];
  /** The segment after the route's address that may be its secret. */
  readonly key?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly at: Date;
};

/** Headers by which a sender may name a delivery, so that its retries are known. */
export const deliveryIdHeaders = ["idempotency-key", "x-delivery-id", "x-request-id"] as const;

/** What the relay answers to a request; `body` becomes JSON. */
export type Answer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
};

/** An answer in a vendor's words, which its clients compare byte by byte; the type of `text` is among the headers. */
export type ExactAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};
