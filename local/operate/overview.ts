import * as z from "zod";
import { readBases } from "../../lib/compose/bases.ts";
import { forms } from "../../lib/model/form.ts";
import { inBoth, type Said } from "../../lib/model/said.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import { targetName } from "../../lib/model/target.ts";
import { findTargets } from "../../lib/outbox/targets.ts";
import { isGatewaySilent } from "../../lib/policy/forecast/gateway-life.ts";
import { sayGatewayLife } from "../../lib/render/words/gateway-life-words.ts";
import { sayGateway } from "../../lib/render/words/gateway-words.ts";
import { sources } from "../../lib/sources/index.ts";
import { groupBases } from "../run/show-bases.ts";
import { readVersion } from "../run/version.ts";
import { OverviewAnswer } from "./console-answers.ts";
import { defineOperation } from "./operation.ts";
import type { OperatePorts } from "./operate-ports.ts";

type Overview = z.output<typeof OverviewAnswer>;

/** How the relay is set up: routes and their conversations, which rules count, how events come, and where its doors are. */
export const overview = defineOperation({
  request: z.object({}),
  answer: OverviewAnswer,
  run: async (_, ports) => {
    const { place, settings, store, now } = ports;
    const [events, bases, routes] = await Promise.all([
      tellEvents(ports),
      readBases(ports, store, now()),
      tellRoutes(ports),
    ]);
    return {
      version: readVersion(),
      mode: place.mode,
      ...(place.table !== undefined && { table: place.table }),
      language: settings.language,
      timeZone: settings.timeZone,
      simulated: place.simulatorUrl !== undefined,
      ...(place.url !== undefined && { url: place.url }),
      ...(place.adminUrl !== undefined && { adminUrl: place.adminUrl }),
      events,
      limits: groupBases(bases, settings.timeZone, now()).map(({ scenes, message }) => ({
        scenes: [...scenes],
        message,
      })),
      routes: [...routes],
      sources: Object.keys(sources).map((name) => ({ name })),
      forms: [...forms],
      scenes: [...sceneNames],
    };
  },
});

/** By this process's own connection, by that of a process elsewhere as far as its signs of life tell, or by QQ's callbacks. */
async function tellEvents({ place, store, now }: OperatePorts): Promise<Overview["events"]> {
  const say = ({ zh, en }: Said): string => inBoth(en, zh);
  const status = place.gateway();
  if (status) return { mode: "gateway", message: say(sayGateway(status)) };
  const life = await store.readGatewayLife();
  return { mode: "callback", ...(life && { message: say(sayGatewayLife(isGatewaySilent(life, now()))) }) };
}

const tellRoutes = ({ routes, store }: OperatePorts): Promise<Overview["routes"]> =>
  Promise.all(
    Object.entries(routes).map(async ([name, route]) => ({
      name,
      scene: route.scene,
      sources: [route.source].flat(),
      form: route.form ?? "text",
      targets: (await findTargets(name, route, store)).map(targetName),
      bound: route.to === "bound",
      open: route.open === true,
    })),
  );
