import { nearest } from "../base/nearest.ts";
import type { Said } from "../model/said.ts";
import { type Filterable, namedSources, type Rule } from "./rule.ts";
import { show } from "./tell-issue.ts";

/** Filters that name what never comes let nothing pass, or everything, without a word. */
export const filterRule: Rule = (route, known) => {
  const names = namedSources(route, known);
  if (names.length === 0) return [];
  const source = names.join(", ");
  const each = names.flatMap((name) => known.sources[name] ?? []);
  const events = each.some((one) => one.events) ? Object.assign({}, ...each.map((one) => one.events ?? {})) : undefined;
  const all: Filterable = { ...(events && { events }), hasBranches: each.some(({ hasBranches }) => hasBranches) };
  return [
    ...(["only", "except"] as const).flatMap((field) => nameFaults(field, route[field], source, all.events)),
    route.branches !== undefined && !all.hasBranches && noBranches(source),
  ];
};

function nameFaults(
  field: "only" | "except",
  names: unknown,
  source: string,
  events: Filterable["events"],
): readonly (Said | false)[] {
  if (!Array.isArray(names)) return [];
  if (!events) return [noEvents(field, source)];
  const list: readonly unknown[] = names;
  return list.map(
    (name, at) => typeof name === "string" && isWellFormed(name) && nameFault(`${field}[${at}]`, name, source, events),
  );
}

/** What the schema refuses is told by it. */
const isWellFormed = (name: string): boolean => /^[\w-]+(\.[\w-]+)?$/.test(name);

function nameFault(
  place: string,
  name: string,
  source: string,
  events: NonNullable<Filterable["events"]>,
): Said | false {
  const [event = "", action] = name.split(".");
  const actions = Object.hasOwn(events, event) ? events[event] : undefined;
  if (actions === true || (actions && (action === undefined || actions.includes(action)))) return false;
  const meant = meantBy(name, actions ? { [event]: actions } : events);
  return {
    zh: `${place} ${show(name)} 不是 ${source} 的事件；是不是 ${show(meant)}？`,
    en: `${place} ${show(name)} is no event of ${source}; did you mean ${show(meant)}?`,
  };
}

/** The event that a wrong name comes nearest to; an action alone means one of the events that have it. */
function meantBy(name: string, events: NonNullable<Filterable["events"]>): string | undefined {
  const full = Object.entries(events).flatMap(([event, actions]) =>
    actions === true ? [] : actions.map((action) => `${event}.${action}`),
  );
  return full.find((each) => each.endsWith(`.${name}`)) ?? nearest(name, [...Object.keys(events), ...full]);
}

const noEvents = (field: string, source: string): Said => ({
  zh: `${field} 对 source "${source}" 没有意义：它发来的只有一种事件；请去掉，或用 filter 挑选`,
  en: `${field} means nothing for source "${source}": all that it sends is one kind of event; take it away, or choose by filter`,
});

const noBranches = (source: string): Said => ({
  zh: `branches 对 source "${source}" 没有意义：它的事件没有分支；请去掉，或用 filter 挑选`,
  en: `branches mean nothing for source "${source}": its events have none; take them away, or choose by filter`,
});
