/** What people can tell the bot from inside QQ. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "status" }
  /** Everything that is held, now: any mention does the same, this one answers even when there is nothing. */
  | { readonly kind: "digest" }
  /** The next page of what the last digest only counted. */
  | { readonly kind: "more" }
  | { readonly kind: "mute"; readonly ms: number; readonly route?: string }
  | { readonly kind: "unmute"; readonly route?: string }
  | { readonly kind: "bind"; readonly code: string }
  | { readonly kind: "unbind" };
