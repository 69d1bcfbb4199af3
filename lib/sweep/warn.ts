import type { Silence } from "../model/silence.ts";
import type { TargetState } from "../model/standing.ts";
import { type Target, targetName } from "../model/target.ts";
import { wakeTarget } from "../outbox/wake.ts";
import { targetMark } from "../policy/forecast/target-mark.ts";
import { silenceNotice } from "../render/words/silence-notice.ts";
import type { ForetellPorts } from "./foretell-ports.ts";
import { enlistFor, findOperators, type Operators } from "./tell-operator.ts";

/** Whom the operator's route tells that a target is silent: never the target itself. */
export async function findWarned(target: Target, ports: ForetellPorts): Promise<Operators | undefined> {
  const operators = await findOperators(ports);
  const targets = operators?.targets.filter((each) => targetName(each) !== targetName(target)) ?? [];
  return operators && targets.length > 0 ? { ...operators, targets } : undefined;
}

/**
 * Enlists one warning for each of the operator's conversations. Its id is that of the silence, which began when something was
 * last told: of sweeps at once, and after one that died, it is one. The silent target remembers it last.
 */
export async function warn(
  silence: Silence,
  { toldAt }: Pick<TargetState, "toldAt">,
  to: Operators | undefined,
  now: number,
  ports: ForetellPorts,
): Promise<void> {
  if (!to) return;
  const { store, log, settings } = ports;
  const { target, notices, held } = silence;
  const mark = targetMark(target);
  const notice = silenceNotice(silence, mark, settings, now);
  await enlistFor(to, { id: `silence/${mark}/${toldAt ?? "never"}`, notice }, now, ports);
  await store.changeState(target, { warnedAt: now });
  log("warn", "silence", { scene: target.scene, target: mark, to: to.warnTo, notices, held: held?.reason });
  for (const each of to.targets) await wakeTarget(each, ports);
}
