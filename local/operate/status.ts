import * as z from "zod";
import type { Basis } from "../../lib/model/in-force.ts";
import type { Status } from "../../lib/model/status.ts";
import { targetName } from "../../lib/model/target.ts";
import { unpairedRoute } from "../../lib/model/unpaired.ts";
import type { HeldNow } from "../../lib/outbox/read-held.ts";
import { tellHeld } from "../../lib/render/words/tell-held.ts";
import { statusOf } from "../../lib/policy/command/status.ts";
import { QuotaAnswer, StatusAnswer } from "./answers.ts";
import { findTarget, type Known, knownTargets } from "./find-target.ts";
import { lookAt } from "./look-at.ts";
import { defineOperation, isRefused, type Refused } from "./operation.ts";
import type { OperatePorts } from "./operate-ports.ts";
import { iso, isoUntil } from "./tell-delivery.ts";

const Request = z.object({
  target: z.string().min(1).optional(),
  /** Conversations at most, in the order of the routes. */
  limit: z.number().int().min(1).max(10_000).default(100),
});

type TargetStatus = z.output<typeof StatusAnswer>["targets"][number];
type TargetQuota = z.output<typeof QuotaAnswer>["targets"][number];

/** How one conversation stands, or each: what may be sent, what waits and why, what is muted, which rules count. */
export const status = defineOperation({
  request: Request,
  answer: StatusAnswer,
  run: async ({ target, limit }, ports) => {
    const known = await meant(target, ports);
    if (isRefused(known)) return known;
    const { openUntil } = await ports.store.readBreaker();
    const targets = await tellEach(known.slice(0, limit), (each) => tellTarget(each, ports));
    return { ...(openUntil > ports.now() && { breaker: iso(openUntil) }), targets, more: known.length > limit };
  },
});

/** What is left of the pushes to one conversation, or to each, and by which rules. */
export const quota = defineOperation({
  request: Request,
  answer: QuotaAnswer,
  run: async ({ target, limit }, ports) => {
    const known = await meant(target, ports);
    if (isRefused(known)) return known;
    const pushed = known.filter((each) => unpairedRoute(each.target) === undefined);
    const targets = await tellEach(pushed.slice(0, limit), (each) => tellQuotaOf(each, ports));
    return { targets, more: pushed.length > limit };
  },
});

/** So many are looked at side by side. */
const atOnce = 20;

async function tellEach<Told>(known: readonly Known[], tell: (each: Known) => Promise<Told>): Promise<Told[]> {
  const told: Told[] = [];
  for (let from = 0; from < known.length; from += atOnce)
    told.push(...(await Promise.all(known.slice(from, from + atOnce).map(tell))));
  return told;
}

async function meant(target: string | undefined, ports: OperatePorts): Promise<readonly Known[] | Refused> {
  if (target === undefined) return knownTargets(ports);
  const known = await findTarget(target, ports);
  return isRefused(known) ? known : [known];
}

async function tellQuotaOf(known: Known, ports: OperatePorts): Promise<TargetQuota> {
  const look = await lookAt(known.target, ports);
  return tellQuota(known, statusOf(look.standing, { counted: 0, bound: [] }, look.inForce, ports.now()), look);
}

async function tellTarget(known: Known, ports: OperatePorts): Promise<TargetStatus> {
  const { target, routes } = known;
  const bound = routes.filter((route) => ports.routes[route]?.to === "bound" && unpairedRoute(target) === undefined);
  const [look, counted] = await Promise.all([lookAt(target, ports), ports.store.countCounted(target)]);
  const told = statusOf(look.standing, { counted, bound }, look.inForce, ports.now());
  const { isPart } = look.standing;
  return {
    ...tellQuota(known, told, look),
    held: { total: told.held, ...(isPart && { isPart }), reasons: reasonsOf(look, ports) },
    counted,
    windows: told.windows.map(({ closesAt, left }) => ({
      closesAt: iso(closesAt),
      ...(left !== undefined && { left }),
    })),
    ...(told.muted && { muted: { until: iso(told.muted.until), all: told.muted.all } }),
    mutes: told.mutes.map(({ route, until }) => ({ route, until: iso(until) })),
    bound: [...bound],
  };
}

const tellQuota = ({ target, routes }: Known, { proactive }: Status, { inForce }: HeldNow): TargetQuota => ({
  target: targetName(target),
  routes: [...routes],
  proactive: tellProactive(proactive),
  basis: tellBasis(inForce.basis),
});

const tellBasis = ({ preset, why, ...times }: Basis): TargetQuota["basis"] => ({
  preset,
  why,
  ...("until" in times && { until: iso(times.until) }),
  ...("since" in times && { since: iso(times.since) }),
});

function tellProactive(proactive: Status["proactive"]): TargetQuota["proactive"] {
  switch (proactive.kind) {
    case "replies-only":
      return proactive;
    case "closed":
      return { ...proactive, until: iso(proactive.until) };
    case "counted":
      return {
        kind: "counted",
        rules: proactive.rules.map(({ opensAt, ...rule }) => ({
          ...rule,
          ...(rule.left === 0 && Number.isFinite(opensAt) && { opensAt: iso(opensAt) }),
        })),
      };
    default:
      return { kind: proactive.kind, ...isoUntil(proactive.until) };
  }
}

/** What holds the most urgent that wait, each reason once, with when the first of them is let go. */
function reasonsOf({ standing, heldOf }: HeldNow, { settings, now }: OperatePorts): TargetStatus["held"]["reasons"] {
  const held = standing.deliveries.flatMap((delivery) => (delivery.answers ? [] : (heldOf(delivery) ?? [])));
  return [...Map.groupBy(held, ({ reason }) => reason)].map(([reason, some]) => {
    const until = Math.min(...some.map(({ until = Number.POSITIVE_INFINITY }) => until));
    const first = { reason, ...(Number.isFinite(until) && { until }) };
    return { ...tellHeld(first, standing.target, settings.timeZone, now()), count: some.length };
  });
}
