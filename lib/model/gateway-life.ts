/** What is known of a gateway process elsewhere that hands QQ's events on. Times in ms of the epoch. */
export type GatewayLife = {
  /** When it last said that it is connected to QQ: to the minute. */
  readonly seenAt: number;
  /** The `seenAt` of the silence that the operator was warned of last, until told that it is over. */
  readonly warnedOf?: number;
};
