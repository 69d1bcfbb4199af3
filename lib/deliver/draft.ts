import type { DeliverPorts } from "./deliver-ports.ts";
import type { Downgrades } from "../model/downgrades.ts";
import type { Send } from "../model/plan.ts";
import type { Target } from "../model/target.ts";
import { hasInternalPicture, type Picture, preparePicture } from "./picture.ts";
import { imageOf } from "../render/page/image-of.ts";
import { applyDowngrades } from "../render/style/downgrades.ts";
import { type Appearance, firstAppearance, repair } from "../render/style/repair.ts";

/** How a message goes out next, and what came of the tries before. */
export type Draft = {
  readonly appearance: Appearance;
  readonly picture: Picture | undefined;
  /** Tries that a passing fault ended. */
  readonly faults: number;
  /** What was changed after which refusal, in order: `40054010 links`. */
  readonly steps: readonly string[];
};

/** A message before its first try: as its routes ask for, less what QQ refuses here, with its picture made ready. */
export async function firstDraft(
  { deliveries }: Send,
  target: Target,
  downgrades: Downgrades,
  deadline: number,
  ports: DeliverPorts,
): Promise<Draft> {
  const image = await findImage(deliveries, ports);
  const first = firstAppearance(ports.styleOf(deliveries), image);
  const appearance = applyDowngrades(first, downgrades, ports.clock.now().getTime());
  const draft = { appearance, faults: 0, steps: [] };
  if (await hasInternalPicture(appearance.style, deliveries, deadline, ports)) return withOrWithout(draft, "internal");
  return withOrWithout(draft, await preparePicture(image, target, deadline, ports));
}

/** A draft with this picture, or in words alone; an internal one is told without its address. */
export function withOrWithout(draft: Omit<Draft, "picture">, picture: Picture | "internal" | undefined): Draft {
  if (typeof picture === "object") return { ...draft, picture };
  const appearance = repair(draft.appearance, ["media"]) ?? draft.appearance;
  const style = picture === "internal" ? { ...appearance.style, picture: "withheld" as const } : appearance.style;
  return { ...draft, picture: undefined, appearance: { ...appearance, style } };
}

/** A notice's picture may lie beside its delivery; one that is no longer kept is none. */
async function findImage(deliveries: Send["deliveries"], { store }: DeliverPorts): Promise<string | undefined> {
  const image = imageOf(deliveries);
  const [first] = deliveries;
  return image === undefined || !first ? undefined : store.readImage(first.target, image);
}
