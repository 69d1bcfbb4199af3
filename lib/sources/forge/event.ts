import type * as z from "zod";
import type { MapContext } from "../../model/source.ts";
import type { Telling } from "./telling.ts";

/** How one of a forge's events is read and told. */
export type ForgeEvent<Envelope> = {
  readonly schema: z.ZodType<Envelope>;
  /** The branch that routes filter by. */
  readonly branch?: (body: Envelope) => string | undefined;
  readonly map: (body: Envelope, context: MapContext) => Telling | undefined;
};

/**
 * By what all bodies of a forge have: erases a body's type for the table of events. `map` and `branch` are handed only bodies
 * that fit `schema`.
 */
export const eventsOf =
  <Envelope>() =>
  <Body extends Envelope>(event: {
    readonly schema: z.ZodType<Body>;
    readonly branch?: (body: Body) => string | undefined;
    readonly map: (body: Body, context: MapContext) => Telling | undefined;
  }): ForgeEvent<Envelope> =>
    event as unknown as ForgeEvent<Envelope>;
