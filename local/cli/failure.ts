import type { Said } from "../../lib/model/said.ts";
import type { RefusedKind } from "../operate/operation.ts";

/** How a command ends that was not done, as `docs/operate.md` has it. */
export const exitCodes = {
  /** It was refused, or failed. */
  refused: 1,
  /** It was written wrongly. */
  usage: 2,
  /** No relay answers, or the table cannot be used. */
  unreachable: 3,
  /** What it names is not there. */
  absent: 4,
} as const;

type Ending = keyof typeof exitCodes;

/** An error that a person reads as it is: what is wrong and its fix, in both languages. */
export const failure = (ending: Ending, { zh, en }: Said, cause?: unknown): Error =>
  Object.assign(new Error(`${zh}\n${en}`, { cause }), { exitCode: exitCodes[ending] });

/** The exit code of what was thrown. */
export function exitOf(error: unknown): number {
  const { exitCode } = error as { readonly exitCode?: unknown };
  return typeof exitCode === "number" ? exitCode : exitCodes.refused;
}

const endings = {
  invalid: "usage",
  "unknown-route": "absent",
  "unknown-target": "absent",
  "unknown-delivery": "absent",
  "unclear-target": "absent",
  "not-paired": "absent",
  "not-bound": "refused",
  told: "refused",
  unavailable: "refused",
} as const satisfies Record<RefusedKind, Ending>;

/** What an operation refused, as an error with its exit code. */
export const refusedBy = (error: RefusedKind, message: string): Error =>
  Object.assign(new Error(message.replace(" · ", "\n")), { exitCode: exitCodes[endings[error]] });
