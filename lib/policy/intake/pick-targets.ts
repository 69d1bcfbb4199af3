import { type Refusal, refuse } from "../../model/refusal.ts";
import type { Route, To } from "../../model/route.ts";

const unknown = refuse(
  "unknown-chat",
  "the conversation that the request names is not in the route's `pick`",
  "请求指明的会话不在路由的 pick 里",
);

/**
 * A route with the conversations that a request is for. A request chooses only among those that the route's `pick` names, and
 * only where it has one: whoever may post could else reach any conversation.
 */
export function pickTargets(route: Route, chat: string | undefined): Route | Refusal {
  if (!route.pick || chat === undefined || route.to === "bound") return route;
  const id = Object.hasOwn(route.pick, chat) ? route.pick[chat] : undefined;
  if (id === undefined) return unknown;
  return { ...route, to: route.to.filter((to) => idOf(to) === id) };
}

function idOf(to: To): string {
  if (typeof to === "string") return to;
  return "id" in to ? to.id : to.user;
}
