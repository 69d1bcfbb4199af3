import type { DeliverPorts } from "./deliver-ports.ts";
import type { Claim } from "../model/claim.ts";
import type { Downgrades } from "../model/downgrades.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Send } from "../model/plan.ts";
import { scenes } from "../model/scene.ts";
import { mediaOf, nextPicture, preparePicture } from "./picture.ts";
import type { Target } from "../model/target.ts";
import { waitAtOnce } from "../policy/outcome/retry.ts";
import { wire } from "../qq/wire.ts";
import { imageOf } from "../render/page/image-of.ts";
import { withPicture } from "../render/page/with-picture.ts";
import { lastMessageNote } from "../render/words/last-message-note.ts";
import { applyDowngrades, remember } from "../render/style/downgrades.ts";
import type { SendContent } from "../render/page/send-content.ts";
import type { Unused } from "../render/forms/custom-template.ts";
import { renderSend } from "../render/render-send.ts";
import { firstAppearance, repair } from "../render/style/repair.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";

/** How a send ended on the wire. */
export type Transmitted = {
  readonly outcome: Outcome;
  readonly tries: number;
  /** Whether an earlier try may have arrived: then QQ's "duplicate" says that it did. */
  readonly repeated: boolean;
  /** What was changed after which refusal, in order: `40054010 links`. */
  readonly steps: readonly string[];
  /** What was learnt of the target, where QQ took the message only when it was repaired. */
  readonly downgrades?: Downgrades;
  /** Ids of the deliveries that the message only counted. */
  readonly leftOut: readonly string[];
  /** Why the route's own template was not used for it, where it has one. */
  readonly unused?: Unused;
  /** Time (ms) until QQ's last answer. */
  readonly ms?: number;
};

/**
 * Renders and sends until QQ takes it, refuses it for good, or only a later call can help: passing faults go out again
 * as they are, content that can be repaired goes out changed, all under the one permit.
 */
export async function transmit(
  send: Send,
  claim: Claim,
  target: Target,
  downgrades: Downgrades,
  deadline: number,
  ports: DeliverPorts,
): Promise<Transmitted> {
  const { clock, qq } = ports;
  const content = contentOf(send, ports);
  const notices = send.deliveries.filter((delivery) => !delivery.answers);
  const steps: string[] = [];
  const image = imageOf(send.deliveries);
  let appearance = applyDowngrades(
    firstAppearance(ports.styleOf(send.deliveries), image),
    downgrades,
    clock.now().getTime(),
  );
  let picture = await preparePicture(image, target, deadline, ports);
  if (!picture) appearance = repair(appearance, ["media"]) ?? appearance;
  let faults = 0;
  let unused: Unused | undefined;
  for (let tries = 1; ; tries += 1) {
    const { message, leftOut, unused: reason } = renderSend(content, appearance.style);
    unused ??= reason;
    const shown = appearance.media === "wanted" && picture ? withPicture(message, mediaOf(picture)) : message;
    const body = wire(shown, target.scene, claim.permit, appearance.filler);
    const file = shown.form === "media" && picture?.prepared.kind === "bytes" ? picture.prepared : undefined;
    const begun = clock.now().getTime();
    const outcome = await qq.send({ target, body, permit: claim.permit.kind, ...(file && { file }) }, deadline);
    const ms = clock.now().getTime() - begun;
    const counted = leftOut.flatMap((at) => notices[at]?.id ?? []);
    const remembered = outcome.kind === "sent" ? remember(downgrades, appearance.repairs, begun) : undefined;
    const end = {
      outcome,
      tries,
      repeated: faults > 0,
      steps,
      leftOut: counted,
      ms,
      ...(remembered && { downgrades: remembered }),
      ...(unused && { unused }),
    };
    if (outcome.kind === "refused" && picture && shown.form === "media") {
      const next = await nextPicture(picture, outcome, target, deadline, ports);
      if (next) {
        steps.push(`${outcome.answer.code ?? outcome.answer.status} ${next.step}`);
        picture = next.picture;
        if (!picture) appearance = repair(appearance, ["media"]) ?? appearance;
        continue;
      }
    }
    const wait = waitAtOnce(outcome, faults + 1, claim.permit, scenes[target.scene].wire, ports.random());
    const isSpent = wait === undefined || clock.now().getTime() + wait + minSendTime > deadline;
    if (outcome.kind === "refused" && (outcome.as === "fix" || (isSpent && outcome.repair))) {
      const repaired = repair(appearance, outcome.repair ?? []);
      if (!repaired) return end;
      steps.push(
        `${outcome.answer.code ?? outcome.answer.status} ${repaired.repairs.slice(appearance.repairs.length).join(" ")}`,
      );
      appearance = repaired;
      continue;
    }
    if (isSpent) return end;
    faults += 1;
    await clock.wait(wait);
  }
}

/** What a message is to tell: an answer first, then the notices, with how many were folded into each. */
function contentOf({ deliveries, last }: Send, { rules, language }: DeliverPorts): SendContent {
  const answer = deliveries.find((delivery) => delivery.answers)?.notice;
  const notices = deliveries
    .filter((delivery) => !delivery.answers)
    .map(({ notice, folded = 0, severest }) =>
      folded > 0 ? { ...notice, times: folded + 1, ...(severest && { severest }) } : notice,
    );
  const [first] = deliveries;
  return {
    notices,
    ...(answer && { answer }),
    ...(last && first && { note: lastMessageNote(first.target.scene, rules.limits, language) }),
  };
}
