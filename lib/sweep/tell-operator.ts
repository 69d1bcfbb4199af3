import type { Notice } from "../model/notice.ts";
import type { Routes } from "../model/route.ts";
import type { Settings } from "../model/settings.ts";
import type { Target } from "../model/target.ts";
import { unpairedTarget } from "../model/unpaired.ts";
import { pendingDelivery } from "../outbox/pending-delivery.ts";
import { findTargets } from "../outbox/targets.ts";
import type { Bindings, Deliveries, Wake, Log } from "../ports.ts";

/** What it takes to tell the operator something by the route of the settings. */
export type OperatorPorts = {
  readonly store: Pick<Deliveries, "enlist"> & Bindings;
  readonly wake: Wake;
  readonly log: Log;
  readonly routes: Routes;
  readonly settings: Pick<Settings, "warnTo" | "language" | "timeZone">;
};

/** The operator's route, and its conversations. */
export type Operators = {
  readonly warnTo: string;
  readonly route: Routes[string];
  readonly targets: readonly Target[];
};

/** Whom the operator's route tells; undefined where nobody is to be told. */
export async function findOperators({
  settings,
  routes,
  store,
}: Omit<OperatorPorts, "wake" | "log">): Promise<Operators | undefined> {
  const { warnTo = "" } = settings;
  const route = Object.hasOwn(routes, warnTo) ? routes[warnTo] : undefined;
  if (!route) return undefined;
  const paired = await findTargets(warnTo, route, store);
  return { warnTo, route, targets: paired.length > 0 ? paired : [unpairedTarget(route.scene, warnTo)] };
}

/** Enlists one notice for each of the operator's conversations, where none of its `id` was enlisted before. */
export async function enlistFor(
  { warnTo, route, targets }: Operators,
  { id, notice }: { readonly id: string; readonly notice: Notice },
  now: number,
  { store }: Pick<OperatorPorts, "store">,
): Promise<void> {
  for (const target of targets)
    await store.enlist(
      pendingDelivery({
        id: `${warnTo}#${id}`,
        route: warnTo,
        target,
        notice,
        form: route.form ?? "text",
        ...(typeof route.ark === "number" && { ark: route.ark }),
        arrivedAt: now,
      }),
    );
}
