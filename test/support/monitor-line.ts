import { second } from "../../lib/base/time.ts";
import type { Routes } from "../../lib/model/route.ts";
import type { Case, Monitor } from "../sources/monitors.ts";
import { lineTest } from "./line-fixtures.ts";

export const monitorSecrets = { MonitorSecret: "monitor-secret-3c1d", OtherSecret: "other-secret-77aa" } as const;

/** Routes of a monitor: `now` is told at once, `later` when somebody speaks; `other` has a secret of its own. */
const routesOf = (source: Monitor): Routes => {
  const route = { scene: "group", source, secret: "MonitorSecret" } as const;
  return {
    now: { ...route, to: ["G1"] },
    later: { ...route, to: ["G2"], policy: { proactive: "never" } },
    other: { ...route, secret: "OtherSecret", to: ["G3"] },
  };
};

/** The whole line for a monitor's requests; `send` answers the status, `told` what a group has read so far. */
export const monitorTest = (source: Monitor) =>
  lineTest(routesOf(source), { patient: true, env: monitorSecrets })
    .extend(
      "send",
      ({ rig }) =>
        async (route: string, { method = "POST", headers = {}, query = {}, body, raw }: Case) => {
          const address = new URL(`${rig.relay.url}/group/${route}`);
          for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
          const sent = method === "GET" ? {} : { body: raw ?? JSON.stringify(body) };
          const answer = await fetch(address, { method, headers, ...sent });
          return { status: answer.status, text: await answer.text() };
        },
    )
    .extend("speak", ({ rig }) => async (group: string) => {
      await rig.sim("say", { scene: "group", target: group, text: "在吗", user: "3" });
      await rig.later(second);
    })
    .extend("told", ({ rig }) => async (group: string) => {
      await rig.later(20 * second);
      return (await rig.received("group", group)).map(({ body }) => JSON.stringify(body));
    });
