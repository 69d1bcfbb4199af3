import { minute } from "../base/time.ts";
import type { QqEvent } from "../model/qq-event.ts";
import type { Target } from "../model/target.ts";
import type { ListenPorts } from "./listen-ports.ts";

/** A window this much (ms) younger than another is worth no write. */
const young = minute;

/** Whether a message is talk among others, of which a bot that gets every message hears much. */
export const isTalk = ({ said }: QqEvent): boolean => said !== undefined && said.to !== "bot";

/**
 * Whether talk at a target changes nothing: nothing waits there, and a window that opened less than a minute before has all
 * its replies still. Reads alone, so that a busy group costs one write a minute, however much is said.
 */
export async function isIdle(target: Target, { at }: QqEvent, { store, limits, clock }: ListenPorts): Promise<boolean> {
  if (await store.hasPending(target)) return false;
  const now = clock.now().getTime();
  const [{ state, windows }, { minutes }] = await Promise.all([
    store.load(target, now),
    limits.reply(target.scene, now),
  ]);
  const worth = at + minutes * minute - young;
  const isKnownHere = state.gone === undefined && state.goneUntil === undefined;
  return isKnownHere && windows.some(({ closesAt, used, claim }) => closesAt > worth && used === 0 && !claim);
}
