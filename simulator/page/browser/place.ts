import type { SceneName, Target } from "../../scene.ts";

/** The scenes that a person may choose, in order. */
export const scenes = ["c2c", "group", "channel", "dm"] as const satisfies readonly SceneName[];

/** The conversation that an address names: `#group/G1`. */
export function readPlace(hash: string): Target | undefined {
  const [, scene = "", id = ""] = /^#(\w+)\/(.+)$/.exec(hash) ?? [];
  const known = scenes.find((one) => one === scene);
  try {
    return known && { scene: known, id: decodeURIComponent(id) };
  } catch {
    return undefined;
  }
}

export const writePlace = ({ scene, id }: Target): string => `#${scene}/${encodeURIComponent(id)}`;

export const isSame = (a: Target, b: Target): boolean => a.scene === b.scene && a.id === b.id;
