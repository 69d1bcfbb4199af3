import type { Source } from "../model/source.ts";
import type { Route } from "../model/route.ts";
import { sources } from "./index.ts";

/** The sources that a route takes. */
export const sourcesOf = ({ source }: Pick<Route, "source">): readonly Source[] =>
  [source].flat().flatMap((name) => (Object.hasOwn(sources, name) ? [sources[name as keyof typeof sources]] : []));
