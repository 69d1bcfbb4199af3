import { type FunctionFault, showFault } from "../base/call-configured.ts";
import type { Inbound } from "../model/inbound.ts";
import type { Notice } from "../model/notice.ts";
import { isRefusal, type Refusal } from "../model/refusal.ts";
import type { Route } from "../model/route.ts";
import type { Settings } from "../model/settings.ts";
import type { Format, MapContext, Parsed, Source } from "../model/source.ts";
import { type Filters, hears, isNamed, passes, type Stopped } from "../policy/intake/filter.ts";
import type { mapByRoute } from "../sources/map-by-route.ts";

/** What of a route decides what a webhook becomes. */
type ReadingRoute = Filters & Pick<Route, "map" | "fields" | "levels"> & { readonly source: string };

/** A webhook as it was read: its notice, or why there is none, and which of the route's own functions were of no use. */
export type ReadNotice = {
  readonly parsed: Parsed;
  readonly told: { readonly notice: Notice } | { readonly silent: Stopped | "nothing to tell" };
  readonly faults: readonly { readonly function: "filter" | "map"; readonly reason: string }[];
};

/** What a webhook is read with: its source's format, and what a `map` of the route's own needs. */
export type Reader = { readonly format: Format; readonly mapByRoute?: typeof mapByRoute };

/** Loads what a request is read with, when the first one comes; the second part only for routes that have a `map`. */
export async function loadReader(
  { load }: Pick<Source, "load">,
  { map }: Pick<Route, "map">,
  inbound: Inbound,
): Promise<Reader> {
  const format = await load(inbound);
  return map ? { format, mapByRoute: (await import("../sources/define-format.ts")).mapByRoute } : { format };
}

/**
 * What a webhook becomes: parse ▸ filter ▸ map. A fault of the route's own functions costs no notice: where its `filter`
 * fails the notice passes, where its `map` fails the source's own words are told, and `faults` says so.
 */
export function readNotice(
  inbound: Inbound,
  route: ReadingRoute,
  { format, mapByRoute }: Reader,
  settings: Pick<Settings, "language" | "timeZone">,
): ReadNotice | Refusal {
  const parsed = format.parse(inbound, route);
  if (isRefusal(parsed)) return parsed;
  const passed = passes(route, { ...parsed });
  if (typeof passed === "string" && passed !== "passes") return { parsed, told: { silent: passed }, faults: [] };
  const mapped = route.map && mapByRoute?.(route.map, parsed, route, inbound.at);
  const faults = [...faultOf("filter", passed), ...faultOf("map", mapped?.fault)];
  if (mapped && mapped.kind === "mapped") return { parsed, told: toldOf(mapped.notice), faults };
  // The route's functions may have changed the body that they were shown.
  const fresh = route.filter || route.map ? format.parse(inbound, route) : parsed;
  const notice = isRefusal(fresh) ? undefined : format.map(fresh, contextOf(inbound, parsed, route, settings));
  return { parsed, told: toldOf(notice), faults };
}

const contextOf = (
  { at }: Inbound,
  parsed: Parsed,
  route: ReadingRoute,
  { language, timeZone }: Pick<Settings, "language" | "timeZone">,
): MapContext => ({
  language,
  timeZone,
  at,
  ...(route.levels && { levels: route.levels }),
  isNamed: route.only !== undefined && isNamed(route.only, parsed),
  hears: (event, action) => hears(route, { event, ...(action !== undefined && { action }) }),
});

const toldOf = (notice: Notice | undefined): ReadNotice["told"] =>
  notice === undefined ? { silent: "nothing to tell" } : { notice };

const faultOf = (name: "filter" | "map", fault: FunctionFault | string | undefined): ReadNotice["faults"] =>
  typeof fault === "object" ? [{ function: name, reason: showFault(fault) }] : [];
