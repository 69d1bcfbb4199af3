import type { Silence } from "../model/silence.ts";
import type { TargetState } from "../model/standing.ts";
import { type Target, targetName } from "../model/target.ts";
import { unpairedTarget } from "../model/unpaired.ts";
import { pendingDelivery } from "../outbox/pending-delivery.ts";
import { findTargets } from "../outbox/targets.ts";
import { wakeTarget } from "../outbox/wake.ts";
import { targetMark } from "../policy/forecast/target-mark.ts";
import { silenceNotice } from "../render/words/silence-notice.ts";
import type { ForetellPorts } from "./foretell-ports.ts";

/** Whom the operator's route tells that a target is silent: never the target itself. */
export async function findWarned(
  target: Target,
  { settings, routes, store }: ForetellPorts,
): Promise<readonly Target[]> {
  const { warnTo = "" } = settings;
  const route = Object.hasOwn(routes, warnTo) ? routes[warnTo] : undefined;
  if (!route) return [];
  const paired = await findTargets(warnTo, route, store);
  const targets = paired.length > 0 ? paired : [unpairedTarget(route.scene, warnTo)];
  return targets.filter((each) => targetName(each) !== targetName(target));
}

/**
 * Enlists one warning for each of the operator's conversations. Its id is that of the silence, which began when something was
 * last told: of sweeps at once, and after one that died, it is one. The silent target remembers it last.
 */
export async function warn(
  silence: Silence,
  { toldAt }: Pick<TargetState, "toldAt">,
  to: readonly Target[],
  now: number,
  ports: ForetellPorts,
): Promise<void> {
  const { store, log, routes, settings } = ports;
  const { warnTo } = settings;
  const route = warnTo === undefined ? undefined : routes[warnTo];
  if (warnTo === undefined || !route || to.length === 0) return;
  const { target, notices, held } = silence;
  const mark = targetMark(target);
  const notice = silenceNotice(silence, mark, settings, now);
  for (const each of to)
    await store.enlist(
      pendingDelivery({
        id: `${warnTo}#silence/${mark}/${toldAt ?? "never"}`,
        route: warnTo,
        target: each,
        notice,
        form: route.form ?? "text",
        ...(typeof route.ark === "number" && { ark: route.ark }),
        arrivedAt: now,
      }),
    );
  await store.changeState(target, { warnedAt: now });
  log("warn", "silence", { scene: target.scene, target: mark, to: warnTo, notices, held: held?.reason });
  for (const each of to) await wakeTarget(each, ports);
}
