/**
 * One act that a sender tells by several notices: a merge as a push, a closed pull request and a deleted branch. Of those
 * that are pending together one is told, and the others fold into it; one that comes after its act was told may be silent.
 */
export type Act = {
  /** Notices of one route that share any of these tell the same act. */
  readonly keys: readonly string[];
  /** 1 … `maxRank`: how much it says of the act. The one that says most is told. */
  readonly rank: number;
  /** It says nothing new once another of its act, of at least this rank, was told; absent where it always does. */
  readonly after?: number;
  /** How long (ms) it is remembered that it was told; absent where no other of its act is silent after it. */
  readonly keep?: number;
  /**
   * Lines that it brings to the one that it folds into, or all of its own, which belong together. One of the same rank folds
   * only where it brings some.
   */
  readonly adds?: readonly string[] | "lines";
};

/** What the beginning of a thread is known by as an act: what is told of the thread later makes it another that may begin. */
export const beginOf = (thread: string): string => `${thread}/begin`;

export const maxRank = 4;
