/** The body of another forge, or one in GitHub’s shape. */
export type Json = Readonly<Record<string, unknown>>;

/** What GitHub would send in the place of another forge's event. */
export type AsGithub = {
  readonly event: string;
  readonly body: Json;
  /** No other event of the forge tells the same. */
  readonly isAlone?: true;
};
