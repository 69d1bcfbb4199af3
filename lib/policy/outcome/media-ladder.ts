import type { Outcome } from "../../model/outcome.ts";

/** What to do after QQ refused a message with a picture. */
export type MediaStep =
  /** The same request after a wait (ms). */
  | { readonly kind: "again"; readonly wait: number }
  /** Forget what was prepared, prepare the picture anew, and send with that. */
  | { readonly kind: "prepare-anew" }
  | { readonly kind: "without-media" };

type Refused = Extract<Outcome, { readonly kind: "refused" }>;

/** How the picture went out: as `file-info` in c2c and group, as one of the others in channel and dm. */
export type GivenPicture = "file-info" | "url" | "bytes";

/** Steps after the first, second, third refusal: a number is the wait (ms) before the same request. Then, without. */
const ladders: Readonly<Record<GivenPicture, readonly (number | "anew")[]>> = {
  "file-info": [1_000, "anew", 2_000],
  url: [1_000, "anew"],
  bytes: [1_000],
};

/** QQ asks to try again: its store of pictures is at fault, not the picture, and its bytes would help no more. */
const passing: ReadonlySet<number | undefined> = new Set([304082, 304083]);

const patience = [1_000, 2_000, 2_000] as const;

/** `file_info` invalid: the same request cannot pass, so the first step is left out. */
const spent = 304080;

/** QQ could not get the picture from its address. After any other code the bytes would be refused as well. */
const unfetched: ReadonlySet<number | undefined> = new Set([304010, 304021]);

/**
 * The ladder for a picture that QQ did not take: QQ's pages ask to try 304082 and 304083 again, and those come from the
 * send, not from the upload. All of it goes under one permit and `msg_seq`, since nothing of a refused try was delivered.
 *
 * `refusals` are those of this message so far, the newest last; undefined when that one is not about the picture. `given`
 * is how the picture went out last, `random` is 0 … 1.
 */
export function nextMediaStep(
  refusals: readonly Refused[],
  given: GivenPicture,
  random: number,
): MediaStep | undefined {
  const newest = refusals.at(-1);
  if (!newest || !isAboutMedia(newest)) return undefined;
  // Refused for what the picture is (too large, its format): it would be so however it is sent.
  if (newest.as !== "media") return { kind: "without-media" };
  const codes = refusals.filter(isAboutMedia).map(({ answer }) => answer.code);
  const skipped = given === "file-info" && codes[0] === spent ? 1 : 0;
  const ladder = given !== "file-info" && passing.has(newest.answer.code) ? patience : ladders[given];
  const step = ladder[codes.length - 1 + skipped];
  if (typeof step === "number") return { kind: "again", wait: Math.round(step * (0.75 + random / 2)) };
  const helps = step === "anew" && (given === "file-info" || unfetched.has(newest.answer.code));
  return { kind: helps ? "prepare-anew" : "without-media" };
}

const isAboutMedia = ({ as, repair }: Refused): boolean =>
  as === "media" || (as === "fix" && repair?.includes("media") === true);
