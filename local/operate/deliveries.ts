import * as z from "zod";
import { day } from "../../lib/base/time.ts";
import { type Delivery, deliveryStates } from "../../lib/model/delivery.ts";
import type { Target } from "../../lib/model/target.ts";
import { DeliveriesAnswer } from "./answers.ts";
import { findRoute } from "./find-route.ts";
import { findTarget, knownTargets } from "./find-target.ts";
import { defineOperation, isRefused, type Refused } from "./operation.ts";
import type { OperatePorts } from "./operate-ports.ts";
import { tellDelivery } from "./tell-delivery.ts";
import { withHeld } from "./with-held.ts";

/** Which deliveries of the log are meant. `since`: none that arrived before. */
export const Filter = z.object({
  target: z.string().min(1).optional(),
  route: z.string().min(1).optional(),
  states: z.array(z.enum(deliveryStates)).min(1).optional(),
  since: z.iso.datetime().optional(),
});

const Request = Filter.extend({ limit: z.number().int().min(1).max(1_000).default(20) });

/** So many of a conversation are looked at for those that are meant, where no `since` says how far to go. */
const maxLooks = 1_000;

/** Of more conversations than these the last day (ms) is looked through first, and more only where that tells too little. */
const few = 4;

/** Conversations that are read at once. */
const atOnce = 50;

/** The delivery log, newest first, of one conversation or of all. */
export const deliveries = defineOperation({
  request: Request,
  answer: DeliveriesAnswer,
  run: async (request, ports) => {
    const targets = await targetsMeant(request, ports);
    return isRefused(targets) ? targets : listNewest(targets, request, ports);
  },
});

/** The newest deliveries of these conversations: of many, those that were quiet lately cost a query each, whatever is kept there. */
export async function listNewest(
  targets: readonly Target[],
  request: z.output<typeof Request>,
  ports: OperatePorts,
): Promise<z.output<typeof DeliveriesAnswer>> {
  if (request.since === undefined && targets.length > few) {
    const lately = await readAll(targets, request, ports, Math.max(0, ports.now() - day));
    if (lately.all.length > request.limit) return tell(lately, request, ports);
  }
  return tell(await readAll(targets, request, ports, sinceOf(request)), request, ports);
}

type Read = { readonly all: readonly Delivery[]; readonly isPart: boolean };

async function readAll(
  targets: readonly Target[],
  request: z.output<typeof Request>,
  ports: OperatePorts,
  since: number,
): Promise<Read> {
  const found: Awaited<ReturnType<typeof find>>[] = [];
  for (let from = 0; from < targets.length; from += atOnce) {
    const part = targets.slice(from, from + atOnce);
    found.push(...(await Promise.all(part.map((target) => find(target, since, request, ports)))));
  }
  const all = found.flatMap((each) => each.found).toSorted((a, b) => b.arrivedAt - a.arrivedAt);
  return { all, isPart: found.some(({ isPart }) => isPart) };
}

const tell = async (
  { all, isPart }: Read,
  { limit }: z.output<typeof Request>,
  ports: OperatePorts,
): Promise<z.output<typeof DeliveriesAnswer>> => ({
  deliveries: await withHeld(all.slice(0, limit), ports, tellDelivery),
  more: all.length > limit || isPart,
});

/** The conversations whose log is meant: one, those of a route, or all. */
export async function targetsMeant(
  { target, route }: z.output<typeof Filter>,
  ports: OperatePorts,
): Promise<readonly Target[] | Refused> {
  if (route !== undefined) {
    const known = findRoute(route, ports.routes);
    if (isRefused(known)) return known;
  }
  if (target !== undefined) {
    const known = await findTarget(target, ports);
    return isRefused(known) ? known : [known.target];
  }
  const known = await knownTargets(ports);
  return known.flatMap(({ target, routes }) => (route === undefined || routes.includes(route) ? [target] : []));
}

/** Whether a delivery is one that is meant; the relay's own answers to commands are none. */
export const isMeant = ({ route, state, answers }: Delivery, filter: z.output<typeof Filter>): boolean =>
  answers === undefined &&
  (filter.route === undefined || route === filter.route) &&
  (filter.states === undefined || filter.states.includes(state));

async function find(
  target: Target,
  since: number,
  request: z.output<typeof Request>,
  { store }: OperatePorts,
): Promise<{ readonly found: readonly Delivery[]; readonly isPart: boolean }> {
  const found: Delivery[] = [];
  let looks = 0;
  for await (const delivery of store.readLog(target, since)) {
    if (isMeant(delivery, request) && found.push(delivery) > request.limit) break;
    looks += 1;
    if (request.since === undefined && looks >= maxLooks) return { found, isPart: true };
  }
  return { found, isPart: false };
}

/** From when on (ms); from the beginning where nothing is said. */
export const sinceOf = ({ since }: z.output<typeof Filter>): number => (since === undefined ? 0 : Date.parse(since));
