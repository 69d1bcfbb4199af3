import { isGatewaySilent } from "../policy/forecast/gateway-life.ts";
import { gatewayBackNotice, gatewaySilentNotice } from "../render/words/gateway-life-notice.ts";
import type { GatewayLives } from "../ports.ts";
import type { Notice } from "../model/notice.ts";
import { wakeTarget } from "../outbox/wake.ts";
import { enlistFor, findOperators, type OperatorPorts } from "./tell-operator.ts";
import type { SweepPorts } from "./sweep-ports.ts";

type WatchPorts = OperatorPorts & { readonly store: GatewayLives };

/**
 * Watches the gateway process elsewhere, where there ever was one. Warns the operator of a silence once, and says when it is over:
 * the warning's id is that of the silence, so that of sweeps at once, and after one that died, it is one.
 */
export function createGatewayWatch(ports: WatchPorts): NonNullable<SweepPorts["watchGateway"]> {
  const { store, log, settings } = ports;
  let loggedOf: number | undefined;

  const tell = async (id: string, notice: Notice, now: number, remember: () => Promise<void>): Promise<void> => {
    const operators = await findOperators(ports);
    if (!operators) return;
    await enlistFor(operators, { id, notice }, now, ports);
    await remember();
    for (const each of operators.targets) await wakeTarget(each, ports);
  };

  return async (now) => {
    const life = await store.readGatewayLife();
    if (!life) return undefined;
    const { seenAt, warnedOf } = life;
    const isSilent = isGatewaySilent(life, now);
    if (isSilent && loggedOf !== seenAt) {
      log("warn", "gateway-silent", { silentMs: now - seenAt });
      loggedOf = seenAt;
    }
    if (isSilent && warnedOf !== seenAt) {
      const notice = gatewaySilentNotice(seenAt, settings, now);
      await tell(`gateway/${seenAt}`, notice, now, () => store.noteGatewayWarned(seenAt));
    }
    if (!isSilent && warnedOf !== undefined) {
      const notice = gatewayBackNotice(warnedOf, settings, now);
      await tell(`gateway-back/${warnedOf}`, notice, now, () => store.noteGatewayBack(warnedOf));
    }
    return isSilent;
  };
}
