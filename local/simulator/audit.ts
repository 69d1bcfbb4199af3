import type { Target } from "./scene.ts";

/** A message that waits for a person, or had one decide. */
export type Audit = {
  readonly id: string;
  readonly target: Target;
  readonly guild: string;
  readonly createdAt: number;
  /** Gives back what the message used. */
  readonly refund: () => void;
  readonly decided?: "pass" | "reject";
};

export type Audits = Map<string, Audit>;
