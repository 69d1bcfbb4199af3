import { inBoth } from "./said.ts";

/** Why a request is not accepted: the sender's fault, told in one sentence that names the place and the fix. */
export type Refusal = {
  readonly refusal: keyof typeof refusalStatus;
  /** English, then Chinese, for the sender's log. Never a secret, a body, or the value that was expected. */
  readonly message: string;
};

/** The HTTP status of each refusal. */
export const refusalStatus = {
  "unknown-route": 404,
  "method-not-allowed": 405,
  unauthorized: 401,
  unreadable: 400,
  invalid: 422,
  "too-large": 413,
  /** The conversation that the request names is not one of the route's. */
  "unknown-chat": 404,
} as const;

export const refuse = (refusal: Refusal["refusal"], en: string, zh: string): Refusal => ({
  refusal,
  message: inBoth(en, zh),
});

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === "object" && value !== null && "refusal" in value;
