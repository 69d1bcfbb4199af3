import type { ProvenBy } from "../model/auth.ts";
import type { Route } from "../model/route.ts";
import type { Said } from "../model/said.ts";

/** A route that may be faulty in any field; a rule looks only at what it needs, so that all faults are told at once. */
export type LooseRoute = Readonly<Partial<Record<keyof Route, unknown>>>;

/** What a route may filter a source's requests by: its events with their actions (`true`: any), and branches. */
export type Filterable = {
  readonly events?: Readonly<Record<string, readonly string[] | true>>;
  readonly hasBranches?: boolean;
};

/** The sources that there are, as far as routes have to agree with them. */
export type Known = {
  readonly sources: Readonly<Record<string, KnownSource>>;
};

type KnownSource = Filterable & {
  readonly auth: ProvenBy;
  /** With `taken` it has answers of its own. */
  readonly dialect?: { readonly proofs?: unknown; readonly taken?: unknown };
};

/** Names of the sources that a route names and that there are. */
export const namedSources = ({ source }: LooseRoute, { sources }: Known): readonly string[] =>
  [source].flat().filter((name): name is string => typeof name === "string" && Object.hasOwn(sources, name));

/** How fields of a route go together: a fault where that is broken. */
export type Rule = (route: LooseRoute, known: Known) => readonly (Said | false)[];

/** Whether requests of a source are proved by its vendor's certificate, for the route's topics: no secret has a part in it. */
export const isCertified = (name: string, { sources }: Known): boolean => sources[name]?.auth === "certificate";
