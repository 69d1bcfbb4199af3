import type { DeliverLine } from "./line.ts";
import type { Claim } from "./model/claim.ts";
import type { Outcome } from "./model/outcome.ts";
import type { Send } from "./model/plan.ts";
import { scenes } from "./model/scene.ts";
import type { Target } from "./model/target.ts";
import { waitAtOnce } from "./policy/retry.ts";
import { wire } from "./qq/wire.ts";
import { lastMessageNote } from "./render/last-message-note.ts";
import { renderSend, type SendContent } from "./render/render-send.ts";
import { type Look, mend } from "./render/repair.ts";

/** A send is not begun with less time (ms) than QQ asks for one request, and some to settle in. */
export const leastTime = 5_500;

/** How a send ended on the wire. */
export type Transmitted = {
  readonly outcome: Outcome;
  readonly tries: number;
  /** Whether an earlier try may have arrived: then QQ's "duplicate" says that it did. */
  readonly repeated: boolean;
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
  deadline: number,
  line: DeliverLine,
): Promise<Transmitted> {
  const { clock, qq } = line;
  const content = contentOf(send, line);
  const notices = send.deliveries.filter((delivery) => !delivery.answers);
  let look: Look = { style: line.styleOf(send.deliveries), filler: false };
  let faults = 0;
  for (let tries = 1; ; tries += 1) {
    const { message, leftOut } = renderSend(content, look.style);
    const body = wire(message, target.scene, claim.permit, look.filler);
    const begun = clock.now().getTime();
    const outcome = await qq.send({ target, body, permit: claim.permit.kind }, deadline);
    const ms = clock.now().getTime() - begun;
    const end = { outcome, tries, repeated: faults > 0, leftOut: leftOut.flatMap((at) => notices[at]?.id ?? []), ms };
    if (outcome.kind === "refused" && outcome.as === "fix") {
      const mended = mend(look, outcome.repair ?? []);
      if (!mended) return end;
      look = mended;
      continue;
    }
    faults += 1;
    const wait = waitAtOnce(outcome, faults, claim.permit, scenes[target.scene].wire, line.random());
    if (wait === undefined || clock.now().getTime() + wait + leastTime > deadline) return end;
    await clock.wait(wait);
  }
}

/** What a message is to tell: an answer first, then the notices, with how many were folded into each. */
function contentOf({ deliveries, last }: Send, { rules, language }: DeliverLine): SendContent {
  const answer = deliveries.find((delivery) => delivery.answers)?.notice;
  const notices = deliveries
    .filter((delivery) => !delivery.answers)
    .map(({ notice, folded }) => (folded === undefined ? notice : { ...notice, times: folded + 1 }));
  const [first] = deliveries;
  return {
    notices,
    ...(answer && { answer }),
    ...(last && first && { note: lastMessageNote(first.target.scene, rules.limits, language) }),
  };
}
