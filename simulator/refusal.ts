/** QQ's "no" to one call: a code (a few answers have none), a status where it is not the code's usual one. */
export type Refusal = {
  readonly kind: "refusal";
  readonly code?: number;
  readonly status?: number;
  readonly detail?: string;
};

export const refuse = (code: number, detail?: string): Refusal => ({
  kind: "refusal",
  code,
  ...(detail !== undefined && { detail }),
});
