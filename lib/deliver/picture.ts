import type { DeliverPorts } from "./deliver-ports.ts";
import type { Picture as Media } from "../model/message.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Target } from "../model/target.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";
import type { Prepared } from "../ports.ts";

/** A message's picture on its way: as it is prepared now, and what QQ said against it so far. */
export type Picture = {
  readonly image: string;
  readonly prepared: Prepared;
  readonly refusals: readonly Extract<Outcome, { readonly kind: "refused" }>[];
};

/** Makes a notice's image ready; undefined where there is none, or it cannot be had: the message goes without it. */
export async function preparePicture(
  image: string | undefined,
  target: Target,
  deadline: number,
  { media, log }: DeliverPorts,
): Promise<Picture | undefined> {
  if (image === undefined) return undefined;
  const prepared = await media.prepare(target, image, deadline - minSendTime);
  if (prepared.kind !== "no-media") return { image, prepared, refusals: [] };
  log("warn", "no-media", { scene: target.scene, reason: prepared.reason });
  return undefined;
}

/** The picture as a body names it; the bytes themselves go beside it. */
export const mediaOf = ({ prepared }: Picture): Media => (prepared.kind === "bytes" ? { kind: "bytes" } : prepared);
