import type { Routes } from "../lib/model/route.ts";
import { sources } from "../lib/sources/index.ts";
import { events } from "./events.ts";
import { vpc } from "./network.ts";
import { routes } from "./routes.ts";
import { scenes } from "./scenes.ts";
import { table } from "./table.ts";

/** Where a sender can set nothing but a URL, the secret is part of it: its name stands where its value goes. */
const queryOf = ({ auth, source, secret, open }: Routes[string]): string => {
  const scheme = auth ?? sources[source as keyof typeof sources].auth;
  return scheme === "key" && !open ? `?key=<${[secret].flat()[0]}>` : "";
};

/** What `sst deploy` prints: the address of each route, ready to paste, QQ's callback, and the table for `relay pair`. */
export const outputs = {
  ...Object.fromEntries(
    Object.entries<Routes[string]>(routes).map(([id, route]) => [
      `${route.scene}/${id}`,
      $interpolate`${scenes[route.scene].url}${id}${queryOf(route)}`,
    ]),
  ),
  events: events.url,
  table: table.name,
  ...(vpc !== undefined && { address: vpc.nodes.elasticIps.apply((ips) => ips.map((ip) => ip.publicIp)) }),
};
