import type { Inbound } from "../model/inbound.ts";
import { type Refusal, refuse } from "../model/refusal.ts";
import type { Route, Routes } from "../model/route.ts";
import type { SceneName } from "../model/scene.ts";
import { chooseSource } from "../policy/intake/choose-source.ts";
import { segmentsOf } from "../policy/intake/fit-path.ts";
import { sourcesOf } from "../sources/of-route.ts";
import type { AcceptPorts } from "./accept-ports.ts";
import { type Called, fitSource } from "./called.ts";
import { findAtRoot } from "./find-at-root.ts";

/** Finds the route that a path names, or that a client names by its credential which posts to the root of its host. */
export function findRoute(
  inbound: Inbound,
  { routes, scene }: Pick<AcceptPorts, "routes" | "scene">,
): Called | Refusal {
  const segments = segmentsOf(inbound.path);
  const [id = "", ...rest] = segments;
  const route = Object.hasOwn(routes, id) ? routes[id] : undefined;
  if (route?.scene === scene) return callOf(id, route, rest, inbound);
  return findAtRoot(inbound, routesOf(scene, routes)) ?? refuseRoute(segments, route, scene);
}

const routesOf = (scene: SceneName, routes: Routes): Routes =>
  Object.fromEntries(Object.entries(routes).filter(([, route]) => route.scene === scene));

const notPost = refuse(
  "method-not-allowed",
  "this address takes webhooks: send them by POST",
  "这个地址收 webhook：请用 POST 发送",
);

function callOf(id: string, route: Route, rest: readonly string[], inbound: Inbound): Called | Refusal {
  const source = chooseSource(sourcesOf(route), inbound);
  if (!source) return refuseRoute([id, ...rest], undefined, route.scene);
  const fitted = fitSource(source, rest, inbound.method);
  const called = { id, route, source, inbound: { ...inbound, rest, ...(rest[0] !== undefined && { key: rest[0] }) } };
  if (fitted === "wrong-method") return { ...called, unfit: notPost };
  if (fitted === "unknown-path") return { ...called, unfit: unknownPath(id) };
  return { ...called, inbound: { ...inbound, ...fitted } };
}

const unknownPath = (id: string): Refusal =>
  refuse(
    "unknown-route",
    `the source of route ${id} has nothing at this path; give the sender the address of the route itself`,
    `路由 ${id} 的来源没有这个路径；请把路由自己的地址给发送方`,
  );

/** Of a route that there is, though of another scene, the right address is told; names of others are nobody's business. */
function refuseRoute(segments: readonly string[], route: Route | undefined, scene: SceneName): Refusal {
  const [id = ""] = segments;
  if (segments.length === 0)
    return refuse(
      "unknown-route",
      "a route's name is missing after the address: POST to /<route>",
      "地址后面缺路由的名字：请 POST 到 /<路由>",
    );
  return route
    ? refuse(
        "unknown-route",
        `${id} is a ${route.scene} route: /${route.scene}/${id}`,
        `${id} 是 ${route.scene} 的路由：/${route.scene}/${id}`,
      )
    : refuse(
        "unknown-route",
        `no ${scene} route has this path; routes are named in infra/routes.ts`,
        `没有这个路径的 ${scene} 路由；路由写在 infra/routes.ts 里`,
      );
}
