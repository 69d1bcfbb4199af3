import type { Level } from "../../model/level.ts";
import type { MapContext } from "../../model/source.ts";
import type * as z from "zod";
import { readLevel } from "../levels/read-level.ts";
import type { Telling } from "../monitor/as-notice.ts";
import type { SentryBody } from "./body.ts";

/** How what comes of one of Sentry's resources is read and told: `data` is what fits `schema`. */
export type Teller<Data = unknown> = {
  readonly schema: z.ZodType<Data>;
  readonly map: (data: Data, body: SentryBody, context: MapContext) => Telling | undefined;
};

/** Erases the data's type for the table of resources: `map` is handed only what fits `schema`. */
export const defineTeller = <Data>(teller: Teller<Data>): Teller => teller as unknown as Teller;

/** Sentry's own words are fatal, error, warning, info and debug; one that is none is an error, as Sentry takes it. */
export const levelOf = (word: string | undefined, { levels }: Pick<MapContext, "levels">): Level =>
  word === undefined ? "error" : (readLevel(word, levels) ?? "error");

export const keyOfIssue = (id: string | undefined): string | undefined =>
  id === undefined ? undefined : `issue/${id}`;
