import type * as z from "zod";
import { inBoth, type Said } from "../../lib/model/said.ts";
import type { OperatePorts } from "./operate-ports.ts";

/** Why an operation is not done: the HTTP status at the admin door. */
export const refusedStatus = {
  invalid: 400,
  "unknown-route": 404,
  "unknown-target": 404,
  "unknown-delivery": 404,
  "unclear-target": 409,
  "not-bound": 409,
  "not-paired": 409,
  told: 409,
  unavailable: 409,
} as const;

export type RefusedKind = keyof typeof refusedStatus;

/** What an operator is told instead of an answer: a sentence with the fix, in both languages. */
export type Refused = { readonly error: RefusedKind; readonly message: string };

export const refuse = (error: RefusedKind, { zh, en }: Said): Refused => ({ error, message: inBoth(en, zh) });

export const isRefused = (value: object): value is Refused => "error" in value && "message" in value;

/** One thing that an operator asks for: what is said with it, and what it answers, as JSON has them. */
export type Operation<Request extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> = {
  readonly request: Request;
  readonly answer: Answer;
  /** The longest request (bytes of JSON) where that is not a short one. */
  readonly maxBytes?: number;
  readonly run: (request: z.output<Request>, ports: OperatePorts) => Promise<z.output<Answer> | Refused>;
};

/** Infers an operation's types from its schemas. */
export const defineOperation = <Request extends z.ZodType, Answer extends z.ZodType>(
  operation: Operation<Request, Answer>,
): Operation<Request, Answer> => operation;
