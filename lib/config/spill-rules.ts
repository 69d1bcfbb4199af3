import { isObject } from "../base/is-object.ts";
import type { Said } from "../model/said.ts";
import { show } from "./tell-issue.ts";

/** Faults by the route's id. */
type Faults = readonly (readonly [id: string, fault: Said])[];

/** What a route spills to has to be another route, and no chain of them may come round to where it began. */
export function spillRules(routes: Iterable<readonly [id: string, route: unknown]>): Faults {
  const next = new Map([...routes].map(([id, route]) => [id, spillOf(route)]));
  const ids = [...next.keys()];
  return ids.flatMap((id): Faults => {
    const to = next.get(id);
    if (to === undefined) return [];
    if (!next.has(to)) return [[id, tellUnknown(to, ids)]];
    if (to === id) return [[id, itself]];
    const ring = ringOf(id, next);
    const isTold = ring.some((other) => ids.indexOf(other) < ids.indexOf(id));
    return ring.length === 0 || isTold ? [] : [[id, tellRing([...ring, id].join(" → "))]];
  });
}

const tellUnknown = (to: string, ids: readonly string[]): Said => ({
  zh: `policy.spill.to 没有叫 ${show(to)} 的路由；有 ${ids.join("、")}`,
  en: `policy.spill.to ${show(to)} is no route; there are ${ids.join(", ")}`,
});

const itself: Said = {
  zh: "policy.spill.to 就是这条路由自己；请写另一条",
  en: "policy.spill.to is the route itself; name another",
};

const tellRing = (ring: string): Said => ({
  zh: `policy.spill.to 转了一圈又回到自己：${ring}；请让其中一条不再往下转`,
  en: `policy.spill.to comes round to itself: ${ring}; let one of them end it`,
});

/** The routes on the way back to `id`, itself first; none where the way ends, or goes round without it. */
function ringOf(id: string, next: ReadonlyMap<string, string | undefined>): readonly string[] {
  const way = [id];
  for (let at = next.get(id); at !== undefined && !way.includes(at); at = next.get(at)) way.push(at);
  const last = next.get(way.at(-1) ?? id);
  return last === id ? way : [];
}

/** What a route that may be faulty names to spill to. */
function spillOf(route: unknown): string | undefined {
  const policy = member(route, "policy");
  const to = member(member(policy, "spill"), "to");
  return typeof to === "string" ? to : undefined;
}

const member = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
