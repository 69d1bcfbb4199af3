import { unreachable } from "../base/unreachable.ts";
import type { DeliverPorts } from "./deliver-ports.ts";
import { type Draft, withOrWithout } from "./draft.ts";
import type { Outcome } from "../model/outcome.ts";
import { scenes } from "../model/scene.ts";
import type { Target } from "../model/target.ts";
import { type Picture, preparePicture } from "./picture.ts";
import { minSendTime } from "../policy/outcome/min-send-time.ts";
import { type EndedTry, nextTry } from "../policy/outcome/next-try.ts";
import { repair } from "../render/style/repair.ts";
import type { Outgoing, Tried } from "./send-once.ts";

/** Waits, or changes what is to be changed, before another try; undefined where there is none. */
export async function nextDraft(
  outgoing: Outgoing,
  draft: Draft,
  tried: Tried,
  deadline: number,
  ports: DeliverPorts,
): Promise<Draft | undefined> {
  const { clock, random } = ports;
  const next = nextTry(endOf(outgoing, draft, tried), deadline - minSendTime - clock.now().getTime(), random());
  const withStep = (what: string) => ({ ...draft, steps: [...draft.steps, stepOf(tried.outcome, what)] });
  switch (next.kind) {
    case "end":
      return undefined;
    case "again":
      await clock.wait(next.after);
      return next.refusals ? withRefusals(withStep("again"), next.refusals) : { ...draft, faults: draft.faults + 1 };
    case "picture": {
      const anew = await replacePicture(draft.picture, next.as, outgoing.target, deadline, ports);
      const changed = withStep(anew ? "picture anew" : "without picture");
      return withRefusals(withOrWithout(changed, anew), next.refusals);
    }
    case "repair": {
      const appearance = repair(draft.appearance, next.by);
      if (!appearance) return undefined;
      const made = appearance.repairs.slice(draft.appearance.repairs.length);
      return { ...withStep(made.join(" ")), appearance };
    }
    default:
      return unreachable(next);
  }
}

const endOf = ({ target, permit }: Outgoing, { picture, faults }: Draft, tried: Tried): EndedTry => ({
  outcome: tried.outcome,
  permit,
  wire: scenes[target.scene].wire,
  faults,
  ...(picture && tried.hadPicture && { picture: { given: picture.prepared.kind, refusals: picture.refusals } }),
});

const stepOf = ({ answer }: Outcome, what: string): string => `${answer.code ?? answer.status} ${what}`;

const withRefusals = (draft: Draft, refusals: Picture["refusals"]): Draft => ({
  ...draft,
  picture: draft.picture && { ...draft.picture, refusals },
});

/** The picture did not serve as it was prepared: another, or none. */
async function replacePicture(
  picture: Picture | undefined,
  as: "anew" | "none",
  target: Target,
  deadline: number,
  ports: DeliverPorts,
): ReturnType<typeof preparePicture> {
  if (!picture) return undefined;
  ports.media.forget(target, picture.image);
  return as === "anew" ? preparePicture(picture.image, target, deadline, ports) : undefined;
}
