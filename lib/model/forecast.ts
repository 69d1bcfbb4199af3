/** How long a conversation's own pushes of a day or month will do. Spans in days. */
export type Forecast = {
  readonly left: number;
  readonly max: number;
  /** Until the counter starts anew, or QQ's refusal is over. */
  readonly renewDays: number;
  /** Until none is left, at the pace so far; without it they do until the counter starts anew. */
  readonly daysLeft?: number;
};
