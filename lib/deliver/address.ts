import type { DeliverPorts } from "./deliver-ports.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Standing } from "../model/standing.ts";
import type { Target } from "../model/target.ts";
import { memberOf } from "../policy/intake/targets-of.ts";

/** The target as QQ knows it, or why it cannot be reached: a DM session that the relay opens itself has to be opened once. */
export async function findAddress(
  { target, state }: Standing,
  deadline: number,
  { openDm }: Pick<DeliverPorts, "openDm">,
): Promise<{ readonly kind: "address"; readonly target: Target } | Extract<Outcome, { kind: "refused" }>> {
  const member = memberOf(target);
  if (!member) return { kind: "address", target };
  if (state.address !== undefined) return { kind: "address", target: { ...target, id: state.address } };
  const opened = await openDm(member, deadline);
  return opened.kind === "opened" ? { kind: "address", target: { ...target, id: opened.id } } : opened;
}
