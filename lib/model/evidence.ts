/** What QQ has shown of its limits towards the bot in one scene. Times in milliseconds of the epoch. */
export type Evidence = {
  /** Since when, and when last, QQ went by the rules of `2026`: it took more than `published` allows, or spoke of its pace. */
  readonly provenSince?: number;
  readonly provenAt?: number;
  /** Until when QQ's word holds that `published` is all: to the end of the period in which it said so. */
  readonly refusedUntil?: number;
  /** Until when one push asks, or asked without an answer, and no other does; how many did in a row. */
  readonly askedUntil?: number;
  readonly asks?: number;
  /** When QQ last refused a reply that only `published` allows. */
  readonly repliesRefusedAt?: number;
};

/** What is learnt: `null` forgets, what is not named stays. */
export type EvidenceChange = { readonly [Field in keyof Evidence]?: Evidence[Field] | null };
