import type * as z from "zod";
import type { MapContext } from "../../model/source.ts";
import type { Envelope } from "./fields.ts";
import type { Telling } from "../forge/telling.ts";

/** How one of GitHub's events is read and told. */
export type GithubEvent = {
  readonly schema: z.ZodType<Envelope>;
  /** The branch that routes filter by. */
  readonly branch?: (body: Envelope) => string | undefined;
  readonly map: (body: Envelope, context: MapContext) => Telling | undefined;
};

/** Erases the body's type for the table of events: `map` and `branch` are handed only bodies that fit `schema`. */
export const defineEvent = <Body extends Envelope>(event: {
  readonly schema: z.ZodType<Body>;
  readonly branch?: (body: Body) => string | undefined;
  readonly map: (body: Body, context: MapContext) => Telling | undefined;
}): GithubEvent => event as unknown as GithubEvent;
