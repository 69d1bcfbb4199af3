import type { DeliverLine } from "./line.ts";
import type { Claim } from "./model/claim.ts";
import type { Lessons } from "./model/lessons.ts";
import type { Outcome } from "./model/outcome.ts";
import type { Send } from "./model/plan.ts";
import { scenes } from "./model/scene.ts";
import { nextPicture, preparePicture, withPicture } from "./picture.ts";
import type { Target } from "./model/target.ts";
import { waitAtOnce } from "./policy/retry.ts";
import { wire } from "./qq/wire.ts";
import { imageOf } from "./render/image-of.ts";
import { lastMessageNote } from "./render/last-message-note.ts";
import { applyLessons, learn } from "./render/lessons.ts";
import { renderSend, type SendContent } from "./render/render-send.ts";
import { firstLook, mend } from "./render/repair.ts";
import { leastTime } from "./transmit-time.ts";

/** How a send ended on the wire. */
export type Transmitted = {
  readonly outcome: Outcome;
  readonly tries: number;
  /** Whether an earlier try may have arrived: then QQ's "duplicate" says that it did. */
  readonly repeated: boolean;
  /** What was changed after which refusal, in order: `40054010 links`. */
  readonly steps: readonly string[];
  /** What was learnt of the target, where QQ took the message only when it was mended. */
  readonly lessons?: Lessons;
  /** Ids of the deliveries that the message only counted. */
  readonly leftOut: readonly string[];
  /** Time (ms) until QQ's last answer. */
  readonly ms?: number;
};

/**
 * Renders and sends until QQ takes it, refuses it for good, or only a later call can help: passing faults go out again
 * as they are, content that can be mended goes out changed, all under the one permit.
 */
export async function transmit(
  send: Send,
  claim: Claim,
  target: Target,
  lessons: Lessons,
  deadline: number,
  line: DeliverLine,
): Promise<Transmitted> {
  const { clock, qq } = line;
  const content = contentOf(send, line);
  const notices = send.deliveries.filter((delivery) => !delivery.answers);
  const steps: string[] = [];
  const image = imageOf(send.deliveries);
  let look = applyLessons(firstLook(line.styleOf(send.deliveries), image), lessons, clock.now().getTime());
  let picture = await preparePicture(image, target, deadline, line);
  if (!picture) look = mend(look, ["media"]) ?? look;
  let faults = 0;
  for (let tries = 1; ; tries += 1) {
    const { message, leftOut } = renderSend(content, look.style);
    const shown = look.media === "wanted" ? withPicture(message, picture) : message;
    const body = wire(shown, target.scene, claim.permit, look.filler);
    const file = shown.form === "media" && picture?.prepared.kind === "bytes" ? picture.prepared : undefined;
    const begun = clock.now().getTime();
    const outcome = await qq.send({ target, body, permit: claim.permit.kind, ...(file && { file }) }, deadline);
    const ms = clock.now().getTime() - begun;
    const counted = leftOut.flatMap((at) => notices[at]?.id ?? []);
    const learnt = outcome.kind === "sent" ? learn(lessons, look.repairs, begun) : undefined;
    const end = {
      outcome,
      tries,
      repeated: faults > 0,
      steps,
      leftOut: counted,
      ms,
      ...(learnt && { lessons: learnt }),
    };
    if (outcome.kind === "refused" && picture && shown.form === "media") {
      const next = await nextPicture(picture, outcome, target, deadline, line);
      if (next) {
        steps.push(`${outcome.answer.code ?? outcome.answer.status} ${next.step}`);
        picture = next.picture;
        if (!picture) look = mend(look, ["media"]) ?? look;
        continue;
      }
    }
    const wait = waitAtOnce(outcome, faults + 1, claim.permit, scenes[target.scene].wire, line.random());
    const isSpent = wait === undefined || clock.now().getTime() + wait + leastTime > deadline;
    if (outcome.kind === "refused" && (outcome.as === "fix" || (isSpent && outcome.repair))) {
      const mended = mend(look, outcome.repair ?? []);
      if (!mended) return end;
      steps.push(
        `${outcome.answer.code ?? outcome.answer.status} ${mended.repairs.slice(look.repairs.length).join(" ")}`,
      );
      look = mended;
      continue;
    }
    if (isSpent) return end;
    faults += 1;
    await clock.wait(wait);
  }
}

/** What a message is to tell: an answer first, then the notices, with how many were folded into each. */
function contentOf({ deliveries, last }: Send, { rules, language }: DeliverLine): SendContent {
  const answer = deliveries.find((delivery) => delivery.answers)?.notice;
  const notices = deliveries
    .filter((delivery) => !delivery.answers)
    .map(({ notice, folded = 0, worst }) =>
      folded > 0 ? { ...notice, times: folded + 1, ...(worst && { worst }) } : notice,
    );
  const [first] = deliveries;
  return {
    notices,
    ...(answer && { answer }),
    ...(last && first && { note: lastMessageNote(first.target.scene, rules.limits, language) }),
  };
}
