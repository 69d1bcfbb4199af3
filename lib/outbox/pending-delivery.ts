import type { Delivery } from "../model/delivery.ts";

/** What a delivery only has once something was tried or decided. */
type Later = "state" | "attempts" | "waitsFrom" | "permit" | "claim" | "last" | "messageId" | "auditId";

/** A delivery as every line enlists it: durable, and nothing of it tried yet. */
export const pendingDelivery = (facts: Omit<Delivery, Later>): Delivery => ({
  ...facts,
  state: "pending",
  attempts: 0,
});
