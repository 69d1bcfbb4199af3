import * as z from "zod";
import type { Delivery, DeliveryState } from "../../lib/model/delivery.ts";
import { type Target, targetName } from "../../lib/model/target.ts";
import { statusOf } from "../../lib/policy/command/status.ts";
import { ReplayAnswer } from "./answers.ts";
import { Filter, isMeant, sinceOf, targetsMeant } from "./deliveries.ts";
import { lookAt } from "./look-at.ts";
import { defineOperation, isRefused, refuse, type Refused } from "./operation.ts";
import type { OperatePorts } from "./operate-ports.ts";
import { iso } from "./tell-delivery.ts";
import { findDeliveries } from "./trace.ts";

/** Ends of which nobody knows that people were told. */
export const untold = ["unsure", "failed", "expired"] as const satisfies readonly DeliveryState[];

/** Deliveries that are brought back at once: more would only wait for each other. */
const atOnce = 40;

const Request = Filter.extend({
  /** One delivery, by any id that a trace knows. */
  id: z.string().min(1).optional(),
  states: z
    .array(z.enum(untold))
    .min(1)
    .default([...untold]),
  /** Without it only what would be brought back is counted. */
  send: z.boolean().default(false),
});

/** What ended without being told is pending again; or a count of it. */
export const replay = defineOperation({
  request: Request,
  answer: ReplayAnswer,
  run: async (request, ports) => {
    const found = request.id === undefined ? await findMany(request, ports) : await findOne(request.id, request, ports);
    if (isRefused(found)) return found;
    const all = [...Map.groupBy(found, ({ target }) => targetName(target)).values()];
    const targets = await Promise.all(all.map((some) => tellTarget(some, ports)));
    if (!request.send) return { dryRun: true, count: found.length, targets };
    const counts = await Promise.all(all.map((some) => bringBack(targetOf(some), some, request.states, ports)));
    const done = targets.map((target, at) => ({ ...target, count: counts[at] ?? 0 }));
    return { dryRun: false, count: counts.reduce((a, b) => a + b, 0), targets: done };
  },
});

async function findMany(
  request: z.output<typeof Request>,
  ports: OperatePorts,
): Promise<readonly Delivery[] | Refused> {
  const targets = await targetsMeant(request, ports);
  if (isRefused(targets)) return targets;
  const all = await Promise.all(targets.map((target) => listUntold(target, request.states, ports, sinceOf(request))));
  return all.flat().filter((delivery) => isMeant(delivery, request));
}

/** What ended so at a conversation, of what arrived since then (ms). */
export async function listUntold(
  target: Target,
  states: readonly DeliveryState[],
  { store }: Pick<OperatePorts, "store">,
  since = 0,
): Promise<readonly Delivery[]> {
  const found: Delivery[] = [];
  for await (const delivery of store.readLog(target, since)) if (states.includes(delivery.state)) found.push(delivery);
  return found;
}

async function findOne(
  id: string,
  { target, states }: z.output<typeof Request>,
  ports: OperatePorts,
): Promise<readonly Delivery[] | Refused> {
  const found = await findDeliveries(id, ports);
  if (isRefused(found)) return found;
  const there = await targetsMeant({ target }, ports);
  if (isRefused(there)) return there;
  const names = new Set(there.map(targetName));
  const here = found.filter((each) => target === undefined || names.has(targetName(each.target)));
  const ended = here.filter(({ state }) => states.some((each) => each === state));
  if (ended.length > 0) return ended;
  const now = [...new Set(here.map(({ state }) => state))].join(", ") || "—";
  return refuse("told", {
    zh: `投递“${id}”是 ${now}，不用重发；能重发的是 ${states.join("、")}`,
    en: `delivery "${id}" is ${now} and need not be sent again; what can be is ${states.join(", ")}`,
  });
}

async function tellTarget(
  some: readonly Delivery[],
  ports: OperatePorts,
): Promise<z.output<typeof ReplayAnswer>["targets"][number]> {
  const target = targetOf(some);
  const states = Map.groupBy(some, ({ state }) => state);
  return {
    target: targetName(target),
    count: some.length,
    states: Object.fromEntries([...states].map(([state, each]) => [state, each.length])),
    oldest: iso(Math.min(...some.map(({ arrivedAt }) => arrivedAt))),
    left: await pushesLeft(target, ports),
  };
}

const targetOf = ([first]: readonly Delivery[]): Target => first?.target ?? { scene: "group", id: "" };

/** Pushes that the conversation's own limits leave now; null where nothing limits them. */
async function pushesLeft(target: Target, ports: OperatePorts): Promise<number | null> {
  const { standing, inForce } = await lookAt(target, ports);
  const { proactive } = statusOf(standing, { counted: 0, bound: [] }, inForce, ports.now());
  if (proactive.kind !== "counted") return 0;
  return proactive.rules.length === 0 ? null : Math.min(...proactive.rules.map(({ left }) => left));
}

/** Answers how many are pending again; the oldest come first. */
export async function bringBack(
  target: Target,
  some: readonly Delivery[],
  states: readonly DeliveryState[],
  { store, wake, now }: Pick<OperatePorts, "store" | "wake" | "now">,
): Promise<number> {
  const ids = some.toSorted((a, b) => a.arrivedAt - b.arrivedAt).map(({ id }) => id);
  let count = 0;
  for (let from = 0; from < ids.length; from += atOnce) {
    const part = ids.slice(from, from + atOnce);
    const ends = await Promise.all(part.map((id) => store.requeue(target, id, states, now())));
    count += ends.filter((end) => end === "requeued").length;
  }
  if (count > 0) await wake(target);
  return count;
}
