import type { DeliverPorts } from "./deliver-ports.ts";
import type { Draft } from "./draft.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Permit } from "../model/permit.ts";
import type { Target } from "../model/target.ts";
import { mediaOf } from "./picture.ts";
import { wire } from "../qq/wire.ts";
import type { Unused } from "../render/forms/custom-template.ts";
import type { SendContent } from "../render/page/send-content.ts";
import { withPicture } from "../render/page/with-picture.ts";
import { renderSend } from "../render/render-send.ts";

/** A message that is to go out: what it tells, to whom, under which permit. */
export type Outgoing = { readonly content: SendContent; readonly target: Target; readonly permit: Permit };

/** One try of a message. Times in ms. */
export type Tried = {
  readonly outcome: Outcome;
  readonly begunAt: number;
  readonly ms: number;
  /** Which of the content's notices it only counted. */
  readonly leftOut: readonly number[];
  /** Which of them it told by number and name. */
  readonly summed: readonly number[];
  /** Why the route's own template was not used for it, where it has one. */
  readonly unused: Unused | undefined;
  readonly hadPicture: boolean;
};

/** Does one try: render ▸ wire ▸ send. */
export async function sendOnce(
  { content, target, permit }: Outgoing,
  { appearance, picture }: Draft,
  deadline: number,
  { clock, qq }: DeliverPorts,
): Promise<Tried> {
  const { message, leftOut, summed, unused } = renderSend(content, appearance.style);
  const shown = picture && appearance.media === "wanted" ? withPicture(message, mediaOf(picture)) : message;
  const hadPicture = shown.form === "media";
  const body = wire(shown, target.scene, permit, appearance.filler);
  const file = hadPicture && picture?.prepared.kind === "bytes" ? { file: picture.prepared } : {};
  const begunAt = clock.now().getTime();
  const outcome = await qq.send({ target, body, permit: permit.kind, ...file }, deadline);
  return { outcome, begunAt, ms: clock.now().getTime() - begunAt, leftOut, summed, unused, hadPicture };
}
