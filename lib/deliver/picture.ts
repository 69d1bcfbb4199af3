import type { DeliverPorts } from "./deliver-ports.ts";
import type { Picture as Media } from "../model/message.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Target } from "../model/target.ts";
import { nextMediaStep } from "../policy/outcome/media-ladder.ts";
import type { Prepared } from "../ports.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";

type Refused = Extract<Outcome, { readonly kind: "refused" }>;

/** A message's picture on its way: as it is prepared now, and what QQ said against it so far. */
export type Picture = { readonly image: string; readonly prepared: Prepared; readonly refusals: readonly Refused[] };

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

/** What becomes of the picture after a refusal: what to send with next and in words what was done; undefined = not about it. */
export async function nextPicture(
  picture: Picture,
  refused: Refused,
  target: Target,
  deadline: number,
  ports: DeliverPorts,
): Promise<{ readonly picture: Picture | undefined; readonly step: string } | undefined> {
  const { image, prepared } = picture;
  const refusals = [...picture.refusals, refused];
  const step = nextMediaStep(refusals, prepared.kind, ports.random());
  if (!step) return undefined;
  const hasTime = (wait: number) => ports.clock.now().getTime() + wait + minSendTime <= deadline;
  if (step.kind === "again" && hasTime(step.wait)) {
    await ports.clock.wait(step.wait);
    return { picture: { ...picture, refusals }, step: "again" };
  }
  ports.media.forget(target, image);
  const anew =
    step.kind === "prepare-anew" && hasTime(0) ? await preparePicture(image, target, deadline, ports) : undefined;
  return anew
    ? { picture: { ...anew, refusals }, step: "picture anew" }
    : { picture: undefined, step: "without picture" };
}
