import * as z from "zod";
import { levels } from "../../lib/model/level.ts";
import type { Route } from "../../lib/model/route.ts";
import { targetName } from "../../lib/model/target.ts";
import { unpairedRoute, unpairedTarget } from "../../lib/model/unpaired.ts";
import { pendingDelivery } from "../../lib/outbox/pending-delivery.ts";
import { findTargets } from "../../lib/outbox/targets.ts";
import { reasonOfUnpaired } from "../../lib/policy/intake/tell-reason.ts";
import { SendAnswer } from "./answers.ts";
import { findRoute } from "./find-route.ts";
import { defineOperation, isRefused } from "./operation.ts";
import { iso } from "./tell-delivery.ts";
import { withHeld } from "./with-held.ts";

const Request = z.object({
  route: z.string().min(1),
  title: z.string().min(1).max(500),
  text: z.string().max(5_000).default(""),
  level: z.enum(levels).default("info"),
});

/** Tells a notice by a route, as if its sender had told it: past its door and its filter, by its form, targets and policy. */
export const send = defineOperation({
  request: Request,
  answer: SendAnswer,
  run: async (request, ports) => {
    const route = findRoute(request.route, ports.routes);
    if (isRefused(route)) return route;
    const paired = await findTargets(request.route, route, ports.store);
    const targets = paired.length > 0 ? paired : [unpairedTarget(route.scene, request.route)];
    const id = `${request.route}#send-${ports.unique()}`;
    const facts = { ...factsOf(request, route, ports.now()), id };
    return {
      deliveries: await Promise.all(
        targets.map(async (target) => {
          const delivery = pendingDelivery({ ...facts, target });
          await ports.store.enlist(delivery);
          const [held] = await withHeld([delivery], ports, (_, told) => (told ? { held: told } : {}));
          await ports.wake(target);
          const waits = unpairedRoute(target);
          const reason = waits === undefined ? {} : { reason: reasonOfUnpaired(waits) };
          return { id, target: targetName(target), state: "pending", ...reason, ...held };
        }),
      ),
    };
  },
});

const factsOf = (
  { route: id, title, text, level }: z.output<typeof Request>,
  { form = "text", ark }: Route,
  now: number,
): Omit<Parameters<typeof pendingDelivery>[0], "id" | "target"> => ({
  route: id,
  notice: {
    source: "relay",
    event: "send",
    level,
    title,
    lines: text === "" ? [] : text.split("\n"),
    at: iso(now),
  },
  form,
  ...(typeof ark === "number" && { ark }),
  arrivedAt: now,
});
