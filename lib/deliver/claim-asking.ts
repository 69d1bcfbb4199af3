import type { Send } from "../model/plan.ts";
import type { Standing } from "../model/standing.ts";
import { leaseUntil } from "../outbox/lease-until.ts";
import { claimPermit, type Claimed } from "./claim-permit.ts";
import type { DeliverPorts } from "./deliver-ports.ts";

/** Whether a send asks QQ for more than its older text allows. */
export const isAsking = ({ by }: Send, { rules }: Pick<DeliverPorts, "rules">): boolean =>
  rules.asks === true && by.kind === "proactive" && !by.wakeup;

/**
 * Takes the permit of a planned send; one that asks needs its scene's only question too. Where another has that, what it finds
 * out is the next plan's to go by.
 */
export async function claimAsking(
  send: Send,
  standing: Standing,
  deadline: number,
  ports: DeliverPorts,
): Promise<Claimed> {
  const { clock, limits } = ports;
  const { scene } = standing.target;
  if (!isAsking(send, ports)) return claimPermit(send, standing, deadline, ports);
  if (!(await limits.takeAsk(scene, leaseUntil(deadline), clock.now().getTime())))
    return { kind: "closed", change: {} };
  const claimed = await claimPermit(send, standing, deadline, ports);
  if (claimed.kind === "closed") await limits.leaveAsk(scene);
  return claimed;
}
