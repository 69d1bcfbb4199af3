import type { Routes } from "../lib/model/route.ts";
import { secretPlace } from "../lib/sources/secret-place.ts";
import { events } from "./events.ts";
import { gateway } from "./gateway.ts";
import { vpc } from "./network.ts";
import { routes } from "./routes.ts";
import { scenes } from "./scenes.ts";
import { table } from "./table.ts";

/** What `sst deploy` prints: the address of each route, ready to paste, QQ's callback, the table for `relay pair`, and what the gateway process costs. */
export const outputs = {
  ...Object.fromEntries(
    Object.entries<Routes[string]>(routes).map(([id, route]) => [
      `${route.scene}/${id}`,
      $interpolate`${scenes[route.scene].url}${id}${secretPlace(route)}`,
    ]),
  ),
  events: events.url,
  table: table.name,
  ...(gateway !== undefined && { gateway }),
  ...(vpc !== undefined && { address: vpc.nodes.elasticIps.apply((ips) => ips.map((ip) => ip.publicIp)) }),
};
