import type { SceneName } from "../api/calls.ts";

/** What a conversation's name says: its scene and its id; `unpaired` is the route that waits for one to be paired. */
export type TargetParts = { readonly scene: SceneName; readonly id: string; readonly unpaired?: string };

const unpairedMark = "bound:";

/** Reads `group:4C8F…`, as every answer names a conversation. */
export function targetParts(target: string): TargetParts {
  const at = target.indexOf(":");
  const id = target.slice(at + 1);
  const scene = target.slice(0, at) as SceneName;
  return id.startsWith(unpairedMark) ? { scene, id, unpaired: id.slice(unpairedMark.length) } : { scene, id };
}

/** An id as people tell it from others: QQ's are 32 digits long. */
export const shortId = (id: string): string => (id.length > 12 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id);
