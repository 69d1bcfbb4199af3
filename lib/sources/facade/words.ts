import type { FoundFields } from "../../model/source.ts";
import type { Thing } from "./things.ts";

/** What a message of a chat tool says, in words: no markup, no mentions, links readable. */
export type Words = FoundFields & {
  /** The conversation that it names. */
  readonly chat?: string;
  /** The tool's word for a level that nobody knows. */
  readonly unknownLevel?: string;
  /** What it is of where it has no words: told by its kind. */
  readonly thing?: Thing;
};
