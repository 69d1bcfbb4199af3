import type { Claim } from "../../model/claim.ts";
import type { Tried } from "../../model/delivery.ts";

/** A try as the deliveries remember it that it told. */
export function triedUnder({ permit, at }: Pick<Claim, "permit" | "at">): Tried {
  if (permit.kind === "reply") return { by: "reply", at };
  return { by: permit.wakeup ? "wakeup" : "proactive", at };
}
