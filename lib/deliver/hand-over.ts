import { minute } from "../base/time.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Settlement } from "../model/settlement.ts";
import type { Target } from "../model/target.ts";
import { unpairedRoute } from "../model/unpaired.ts";
import { pendingDelivery } from "../outbox/pending-delivery.ts";
import { wholeNotice } from "../outbox/whole-notice.ts";
import { wakeTarget } from "../outbox/wake.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/** Deliveries that are handed over at once: more would only wait for each other. */
const atOnce = 40;

/** If the wake-up is lost, the sweep looks after this long (ms), while the window that paired is still open. */
const lookAgain = minute;

/**
 * Hands what waited for a route to be paired over to the conversations that are by now. Each is durable there, under the id
 * that it has here, before it ends here: after a crash in between, and by the sender's own repeat, it is found there. `late` =
 * there is more than there is time for; `false` = the target is a conversation, or its route is still unpaired.
 */
export async function handOver(target: Target, deadline: number, ports: DeliverPorts): Promise<boolean | "late"> {
  const { store, clock, log } = ports;
  const route = unpairedRoute(target);
  const targets = route === undefined ? [] : await store.readBindings(route);
  if (targets.length === 0) return false;
  let notices = 0;
  let isLate = false;
  for (;;) {
    const { deliveries } = await store.load(target, clock.now().getTime());
    const some = deliveries.slice(0, atOnce);
    isLate = some.length > 0 && clock.now().getTime() > deadline;
    if (some.length === 0 || isLate) break;
    await Promise.all(some.map((delivery) => copyTo(delivery, targets, ports)));
    const now = clock.now().getTime();
    await store.settle(
      target,
      some.map((delivery) => handedOver(delivery, now)),
      now,
    );
    notices += some.length;
  }
  if (notices > 0) {
    log("info", "handed-over", { route, scene: target.scene, notices });
    await Promise.all(targets.map((each) => wakeSoon(each, ports)));
  }
  return isLate ? "late" : true;
}

/** As it came, so that it grows no younger: what is too old expires there. */
async function copyTo(delivery: Delivery, targets: readonly Target[], { store }: DeliverPorts): Promise<void> {
  const { id, route, form, ark, arrivedAt, folded, severest, spilled } = delivery;
  const notice = await wholeNotice(delivery, store);
  for (const target of targets) {
    const answer = await store.enlist(
      pendingDelivery({
        id,
        route,
        target,
        notice,
        form,
        ...(ark !== undefined && { ark }),
        arrivedAt,
        ...(folded !== undefined && { folded }),
        ...(severest !== undefined && { severest }),
        ...(spilled && { spilled }),
      }),
    );
    // It was there before the route was unpaired, and ended untold: the sender sent it again.
    if (answer === "repeated") await store.requeue(target, id, ["failed", "expired"], arrivedAt);
  }
}

const handedOver = ({ id, attempts }: Delivery, now: number): Settlement => ({
  id,
  attempts,
  state: "spilled",
  last: { at: now, note: "its route was paired, and it goes on there" },
});

async function wakeSoon(target: Target, ports: DeliverPorts): Promise<void> {
  await ports.store.changeState(target, { dueAt: ports.clock.now().getTime() + lookAgain });
  await wakeTarget(target, ports);
}
