import type { Route } from "../model/route.ts";
import type { SourceName } from "../sources/index.ts";

/** Types a routes file while it is written: a wrong scene, source or option does not compile. Changes nothing. */
export function defineRoutes<Name extends string>(
  routes: Readonly<Record<Name, Route<SourceName>>>,
): Readonly<Record<Name, Route<SourceName>>> {
  return routes;
}
