import type { Slot } from "../model/quota.ts";
import { textOf, type Value } from "./item.ts";

/**
 * Slots as one text: every engine can compare texts, and not every one lists. `1795233600000` has ended, `…+28500*1f0c` has
 * begun and QQ gets it within 28.5 s, `…~4C8F` is booked, `…!4C8F` for what is urgent.
 */
export const writeSlots = (slots: readonly Slot[]): string => slots.map(writeSlot).join();

function writeSlot(slot: Slot): string {
  if (slot.kind === "ended") return String(slot.at);
  if (slot.kind === "begun") return `${slot.at}+${slot.until - slot.at}*${slot.by}`;
  return `${slot.at}${slot.urgent ? "!" : "~"}${slot.by}`;
}

export const readSlots = (value: Value): readonly Slot[] => textOf(value).split(",").filter(Boolean).map(readSlot);

function readSlot(text: string): Slot {
  const [, from, length, mark, by = ""] = /^(\d+)(?:\+(\d+))?([*~!])?(.*)$/.exec(text) ?? [];
  const at = Number(from);
  if (mark === undefined) return { kind: "ended", at };
  if (mark === "*") return { kind: "begun", at, until: at + Number(length), by };
  return { kind: "booked", at, by, ...(mark === "!" && { urgent: true as const }) };
}
