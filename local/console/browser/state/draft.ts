import type { Pasted } from "./pasted.ts";

/** What is tried: by which route or source, with what. */
export type Draft = {
  /** `route:<name>` or `source:<name>`; empty: the first route. */
  readonly as: string;
  /** The id of the sample that it is, unchanged; empty where it is none. */
  readonly sample: string;
  readonly pasted: Pasted;
};
