import type { Outcome, Repair } from "../../model/outcome.ts";
import type { Permit } from "../../model/permit.ts";
import type { Wire } from "../../model/scene.ts";
import { type GivenPicture, nextMediaStep } from "./media-ladder.ts";
import { waitAtOnce } from "./retry.ts";

type Refused = Extract<Outcome, { readonly kind: "refused" }>;

/** One try of a message as it ended. */
export type EndedTry = {
  readonly outcome: Outcome;
  readonly permit: Permit;
  readonly wire: Wire;
  /** Tries before this one that a passing fault ended, so that it went out again as it was. */
  readonly faults: number;
  /** The picture that it had: how it was given, and what QQ said against it in earlier tries. */
  readonly picture?: { readonly given: GivenPicture; readonly refusals: readonly Refused[] };
};

/** What to do after a try. `refusals` are those of the picture, where it is that which QQ had trouble with. */
export type NextTry =
  | { readonly kind: "end" }
  /** The same after so long (ms). */
  | { readonly kind: "again"; readonly after: number; readonly refusals?: readonly Refused[] }
  /** With the picture prepared anew, or without it. */
  | { readonly kind: "picture"; readonly as: "anew" | "none"; readonly refusals: readonly Refused[] }
  /** The content is changed by the first of these that changes it; where none does, this was the end. */
  | { readonly kind: "repair"; readonly by: readonly Repair[] };

/**
 * Whether a message goes out once more within this call, when, and how changed: a picture that was refused first, then a
 * passing fault, then content that can be repaired. `timeLeft` (ms) is until the last moment to begin a send; `random` 0 … 1.
 */
export function nextTry(ended: EndedTry, timeLeft: number, random: number): NextTry {
  const { outcome, picture, faults, permit, wire } = ended;
  const step = picture && outcome.kind === "refused" ? nextPictureTry(picture, outcome, timeLeft, random) : undefined;
  if (step) return step;
  const after = waitAtOnce(outcome, faults + 1, permit, wire, random);
  const isSpent = after === undefined || after > timeLeft;
  const by = outcome.kind === "refused" ? (outcome.repair ?? []) : [];
  if (by.length > 0 && (isSpent || isBroken(outcome))) return { kind: "repair", by };
  return isSpent || isBroken(outcome) ? { kind: "end" } : { kind: "again", after };
}

/** The same content would be refused again. */
const isBroken = (outcome: Outcome): boolean => outcome.kind === "refused" && outcome.as === "fix";

/** Undefined where the refusal is not about the picture. What there is no time for is left out. */
function nextPictureTry(
  { given, refusals: earlier }: NonNullable<EndedTry["picture"]>,
  refused: Refused,
  timeLeft: number,
  random: number,
): NextTry | undefined {
  const refusals = [...earlier, refused];
  const step = nextMediaStep(refusals, given, random);
  if (!step) return undefined;
  if (step.kind === "again" && step.wait <= timeLeft) return { kind: "again", after: step.wait, refusals };
  return { kind: "picture", as: step.kind === "prepare-anew" && timeLeft >= 0 ? "anew" : "none", refusals };
}
