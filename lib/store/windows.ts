import type { Claim } from "../model/claim.ts";
import type { Anchor } from "../model/permit.ts";
import type { Target } from "../model/target.ts";
import type { ReplyWindow } from "../model/window.ts";
import type { Item } from "./attributes.ts";
import { stateKey, windowKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** A claim on a window that a dead deliverer left is found within minutes; so long (ms) after its end it still matters. */
const aftermath = 10 * 60_000;

/** A window's item outlives it by this much (ms): QQ repeats callbacks, and a claim may still be unsettled. */
const memory = 86_400_000;

/**
 * Opens a reply window unless it is known: QQ repeats its callbacks, and a repeat must not give its replies back. The
 * target's own item is told first until when to look for windows: a deliverer that reads it later finds this one.
 */
export async function openWindow(
  table: Table,
  target: Target,
  window: Omit<ReplyWindow, "used" | "claim">,
): Promise<"opened" | "known"> {
  const { anchor, openedAt, closesAt, times } = window;
  const until = closesAt + aftermath;
  await table.update({
    key: stateKey(target),
    set: { windowsUntil: until },
    when: "attribute_not_exists(#until) OR #until < :until",
    names: { "#until": "windowsUntil" },
    values: { ":until": until },
  });
  const opened = await table.put(
    {
      ...windowKey(target, anchor),
      anchor,
      openedAt,
      closesAt,
      ...(times !== undefined && { times }),
      used: 0,
      expiresAt: Math.ceil((closesAt + memory) / 1_000),
    },
    "attribute_not_exists(pk)",
  );
  return opened ? "opened" : "known";
}

/**
 * Takes the next reply of a window and records the claim by the same write. The write's own answer is the `msg_seq`, so
 * no two senders can hold the same one. With `seq`, a reply that was taken before is claimed again under its number.
 */
export async function claimReply(
  table: Table,
  target: Target,
  anchor: Anchor,
  claim: Omit<Claim, "permit">,
  times: number | undefined,
  seq: number | undefined,
): Promise<{ readonly seq: number } | "closed"> {
  const taken = await table.update({
    key: windowKey(target, anchor),
    set: { claim: { ...claim, ...(seq !== undefined && { seq }) } },
    ...(seq === undefined && { add: { used: 1 } }),
    answer: true,
    when: seq === undefined && times !== undefined ? "#used < :times" : "attribute_exists(#used)",
    names: { "#used": "used" },
    ...(seq === undefined && times !== undefined && { values: { ":times": times } }),
  });
  if (!taken) return "closed";
  return { seq: seq ?? Number(taken["used"]) };
}

export async function dropWindow(table: Table, target: Target, anchor: Anchor): Promise<void> {
  await table.remove(windowKey(target, anchor));
}

export function toWindow(item: Item): ReplyWindow {
  const anchor = item["anchor"] as unknown as Anchor;
  const used = Number(item["used"]);
  const claim = item["claim"] as unknown as (Omit<Claim, "permit"> & { readonly seq?: number }) | undefined;
  return {
    anchor,
    openedAt: Number(item["openedAt"]),
    closesAt: Number(item["closesAt"]),
    ...(item["times"] !== undefined && { times: Number(item["times"]) }),
    used,
    ...(claim && { claim: { ...claim, permit: { kind: "reply", anchor, seq: claim.seq ?? used } } }),
  };
}
