/** QQ's "no" to one call: a code (a few answers have none), a status where it is not the code's usual one. */
export type Refusal = { readonly code?: number; readonly status?: number; readonly detail?: string };

export const refuse = (code: number, detail?: string): Refusal => (detail === undefined ? { code } : { code, detail });

export const isRefusal = (value: object): value is Refusal => "code" in value || "status" in value;
