import type { Routes } from "../lib/model/route.ts";
import { secretPlace } from "../lib/sources/secret-place.ts";
import { domain } from "./domain.ts";
import { events } from "./events.ts";
import { gateway } from "./gateway.ts";
import { vpc } from "./network.ts";
import { routes } from "./routes.ts";
import { scenes } from "./scenes.ts";
import { table, toSet } from "./table.ts";

/** What `sst deploy` prints: where it was deployed, the address of each route, ready to paste, QQ's callback, the table for `relay pair`, and what the gateway process costs. */
export const outputs = {
  stage: $app.stage,
  region: aws.getRegionOutput().region,
  ...Object.fromEntries(
    Object.entries<Routes[string]>(routes).map(([id, route]) => [
      `${route.scene}/${id}`,
      $interpolate`${domain ? `${domain.base}/${route.scene}/` : scenes[route.scene].url}${id}${secretPlace(route)}`,
    ]),
  ),
  events: domain ? `${domain.base}/events` : events.url,
  ...(domain && { domainPointsTo: domain.pointsTo }),
  table: table.name,
  ...(toSet !== undefined && { tableNeeds: toSet }),
  ...(gateway !== undefined && { gateway }),
  ...(vpc !== undefined && { address: vpc.nodes.elasticIps.apply((ips) => ips.map((ip) => ip.publicIp)) }),
};
