import type { DeliverPorts } from "./deliver-ports.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Picture as Media } from "../model/message.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Target } from "../model/target.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";
import type { Style } from "../render/style/style.ts";
import type { Prepared } from "../ports.ts";

/** A message's picture on its way: as it is prepared now, and what QQ said against it so far. */
export type Picture = {
  readonly image: string;
  readonly prepared: Prepared;
  readonly refusals: readonly Extract<Outcome, { readonly kind: "refused" }>[];
};

/** Makes a notice's image ready; where there is none, or it cannot be had, the message goes without it or its address. */
export async function preparePicture(
  image: string | undefined,
  target: Target,
  deadline: number,
  { media, log }: DeliverPorts,
): Promise<Picture | "internal" | undefined> {
  if (image === undefined) return undefined;
  const prepared = await media.prepare(target, image, deadline - minSendTime);
  if (prepared.kind !== "no-media") return { image, prepared, refusals: [] };
  log("warn", "no-media", { scene: target.scene, reason: prepared.reason });
  return prepared.internal ? "internal" : undefined;
}

/** Whether a card would show, as its picture, an address of a network that is not public: QQ's servers and readers get none. */
export async function hasInternalPicture(
  { form, ark, custom }: Style,
  deliveries: readonly Delivery[],
  deadline: number,
  { media }: DeliverPorts,
): Promise<boolean> {
  const showsPicture =
    custom === undefined && (form === "embed" || (form === "ark" && ark !== undefined && ark !== 23));
  if (!showsPicture) return false;
  const images = new Set(deliveries.flatMap(({ notice: { image } }) => image ?? []));
  const internal = await Promise.all([...images].map((image) => media.isInternal(image, deadline - minSendTime)));
  return internal.includes(true);
}

/** The picture as a body names it; the bytes themselves go beside it. */
export const mediaOf = ({ prepared }: Picture): Media => (prepared.kind === "bytes" ? { kind: "bytes" } : prepared);
