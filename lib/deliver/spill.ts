import type { DeliverPorts } from "./deliver-ports.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Spill } from "../model/plan.ts";
import type { Target } from "../model/target.ts";
import { pendingDelivery } from "../outbox/pending-delivery.ts";
import { findTargets } from "../outbox/targets.ts";
import { wholeNotice } from "../outbox/whole-notice.ts";
import { wakeTarget } from "../outbox/wake.ts";

/**
 * Passes deliveries that waited too long on to another route's targets, as many as there is time for. The new ones are durable before the old ones end;
 * a repeat after a crash in between finds them enlisted.
 */
export async function spill(
  target: Target,
  spills: readonly Spill[],
  deadline: number,
  ports: DeliverPorts,
): Promise<void> {
  const { store, clock, log, routes } = ports;
  const now = clock.now().getTime();
  for (const { delivery, to } of spills) {
    if (clock.now().getTime() > deadline) return;
    const route = Object.hasOwn(routes, to) ? routes[to] : undefined;
    const targets = route ? await findTargets(to, route, store) : [];
    if (!route || targets.length === 0) continue;
    const whole = { ...delivery, notice: await wholeNotice(delivery, store) };
    for (const each of targets) {
      await store.enlist(passOn(whole, to, each, route.form ?? "text", now));
      await wakeTarget(each, ports);
    }
    const last = { at: now, note: `passed on to route ${to}` };
    await store.settle(target, [{ id: delivery.id, state: "spilled", attempts: delivery.attempts, last }], now);
    log("info", "spilled", { route: delivery.route, to, scene: target.scene });
  }
}

const passOn = (
  { route, id, notice, folded, severest }: Delivery,
  to: string,
  target: Target,
  form: Delivery["form"],
  now: number,
): Delivery =>
  pendingDelivery({
    id: `${to}#${route}/${id}`,
    route: to,
    target,
    notice,
    form,
    arrivedAt: now,
    spilled: true,
    ...(folded !== undefined && { folded }),
    ...(severest !== undefined && { severest }),
  });
