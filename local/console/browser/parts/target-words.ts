import type { Words } from "../words.ts";
import { shortId, targetParts } from "../state/short-target.ts";

/** A conversation as people read it: what kind, and its id shortened. */
export function targetWords(target: string, words: Words): string {
  const { scene, id, unpaired } = targetParts(target);
  const kind = words.scenes[scene] ?? scene;
  return unpaired === undefined ? `${kind} ${shortId(id)}` : `${kind} · ${words.deliveries.unpaired(unpaired)}`;
}
