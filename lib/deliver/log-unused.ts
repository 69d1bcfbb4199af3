import type { DeliverPorts } from "./deliver-ports.ts";
import type { Send } from "../model/plan.ts";
import { logRouteFault } from "../outbox/log-route-fault.ts";
import type { Unused } from "../render/forms/custom-template.ts";

/** Tells the log why a message went out in text and not in its route's own template, which is one route's alone. */
export function logUnused({ deliveries }: Send, { kind, reason }: Unused, { log }: Pick<DeliverPorts, "log">): void {
  const told = deliveries.find(({ answers }) => !answers);
  if (!told) return;
  if (kind === "no-place") return log("info", "template-unused", { route: told.route, reason });
  logRouteFault({ route: told.route, function: told.form === "ark" ? "ark" : "template", reason }, log);
}
