import { day, minute, toSeconds } from "../base/time.ts";
import type { Claim } from "../model/claim.ts";
import type { Anchor } from "../model/permit.ts";
import type { Target } from "../model/target.ts";
import type { NewWindow, ReplyWindow } from "../model/window.ts";
import { absent, any, below, exists, isNew } from "./condition.ts";
import { asAnchor, asClaim, asMap, asNumber, optional } from "./decode.ts";
import type { Item } from "./item.ts";
import { liveWindow, stateKey, windowKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** A claim on a window that a dead deliverer left is found within minutes; so long (ms) after its end it still matters. */
export const aftermath = 10 * minute;

/** A window's item outlives it by this much (ms): QQ repeats callbacks, and a claim may still be unsettled. */
const memory = day;

/**
 * Opens a reply window unless it is known: QQ repeats its callbacks, and a repeat must not give its replies back. The
 * target's own item is told first until when to look for windows: a deliverer that reads it later finds this one.
 */
export async function openWindow(table: Table, target: Target, window: NewWindow): Promise<"opened" | "known"> {
  const { anchor, openedAt, closesAt, times, spokeAt, chattedAt } = window;
  const until = closesAt + aftermath;
  await table.update({
    key: stateKey(target),
    set: {
      windowsUntil: until,
      ...(spokeAt !== undefined && { spokeAt }),
      ...(chattedAt !== undefined && { chattedAt }),
    },
    when: any(absent("windowsUntil"), below("windowsUntil", until)),
  });
  const opened = await table.put(
    {
      ...windowKey(target, anchor),
      anchor,
      openedAt,
      closesAt,
      ...(times !== undefined && { times }),
      used: 0,
      live: liveWindow(until, anchor),
      expiresAt: toSeconds(closesAt + memory),
    },
    isNew,
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
  { times, seq }: { readonly times: number | undefined; readonly seq: number | undefined },
): Promise<{ readonly seq: number } | "closed"> {
  const taken = await table.update({
    key: windowKey(target, anchor),
    set: { claim: { ...claim, ...(seq !== undefined && { seq }) } },
    ...(seq === undefined && { add: { used: 1 } }),
    answer: true,
    when: seq === undefined && times !== undefined ? below("used", times) : exists("used"),
  });
  if (!taken) return "closed";
  return { seq: seq ?? Number(taken["used"]) };
}

export async function dropWindow(table: Table, target: Target, anchor: Anchor): Promise<void> {
  await table.remove(windowKey(target, anchor));
}

export function toWindow(item: Item): ReplyWindow {
  const anchor = asAnchor(item["anchor"]) ?? { kind: "msg", id: "" };
  const used = asNumber(item["used"]) ?? 0;
  const claim = asClaim(item["claim"]);
  const seq = asNumber(asMap(item["claim"])?.["seq"]) ?? used;
  return {
    anchor,
    openedAt: asNumber(item["openedAt"]) ?? 0,
    closesAt: asNumber(item["closesAt"]) ?? 0,
    ...optional("times", asNumber(item["times"])),
    used,
    ...optional("claim", claim && { ...claim, permit: { kind: "reply", anchor, seq } }),
  };
}
