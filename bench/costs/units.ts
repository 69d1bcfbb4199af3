/** What something made the relay use: what AWS charges for, and what says how long a function ran. */
export type Spent = {
  readonly invocations: number;
  /** What functions waited for by the clock (ms), besides answers of the table and of QQ. */
  readonly waitedMs: number;
  /** DynamoDB's write and read request units. */
  readonly writes: number;
  readonly reads: number;
  readonly storeCalls: number;
  readonly qqCalls: number;
  /** Answers to webhooks and callbacks. */
  readonly answers: number;
  /** Bodies of both, sent out. */
  readonly outBytes: number;
  readonly logBytes: number;
  /** Custom metrics that were written, by name and dimensions. */
  readonly metrics: readonly string[];
};

/** All of one step, and how many notices it is about. */
export type Step = Spent & { readonly count: number };

/** What is measured, each on the whole line. */
export type Steps = {
  /** A webhook told at once by a message of its own; ten that come in one moment; a push of GitHub's, which waits for its merge. */
  readonly alone: Step;
  readonly burst: Step;
  readonly github: Step;
  /** A webhook that is kept; someone speaks, and all that was kept is told or counted; one told at once beside many that wait. */
  readonly held: Step;
  readonly digest: Step;
  readonly beside: Step;
  /** A push that QQ refuses since its limit is reached. */
  readonly refusedPush: Step;
  /** Someone speaks while nothing waits; a gateway process says that it lives. */
  readonly event: Step;
  readonly lifeSign: Step;
  /** A sweep of most minutes, of each fifth, and of each full hour, while nothing waits. */
  readonly sweepDue: Step;
  readonly sweepRecent: Step;
  readonly sweepAll: Step;
  /** The fifth minute's by itself, and the hour's with the look that it sets off, while one conversation holds `count`. */
  readonly sweepHeld: Step;
  readonly hourHeld: Step;
};

/** What `npm run costs -- --measure` keeps in `units.json`. */
export type Units = {
  readonly steps: Steps;
  /** Bytes that one notice leaves in the table until its retention is over. */
  readonly keptBytes: number;
  /** CPU (ms) of one invocation, on the machine that measured it; the one figure here that differs from run to run. */
  readonly cpuMs: number;
};
