import type { Held } from "./held.ts";
import type { Target } from "./target.ts";

/** A conversation that was told nothing for a day though something waits there for longer. Times in milliseconds of the epoch. */
export type Silence = {
  readonly target: Target;
  /** Routes whose notices wait, those of the most urgent first. */
  readonly routes: readonly string[];
  readonly notices: number;
  /** When the oldest of them arrived. */
  readonly since: number;
  /** What holds the most urgent one; without it nothing that the relay knows of. */
  readonly held?: Held;
  /** Nothing waits but warnings of other conversations: that is no news to the operator. */
  readonly isOwn?: true;
};

/** How the notice is called that warns the operator of one. */
export const warning = { source: "relay", event: "silence" } as const;
