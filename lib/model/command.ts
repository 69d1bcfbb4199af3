/** How long a mute lasts: so many ms, or until the morning to come. */
export type MuteTime = { readonly ms: number } | { readonly until: "morning" };

/** What people can tell the bot from inside QQ. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "status" }
  /** Everything that is held, now: any mention does the same, this one answers even when there is nothing. */
  | { readonly kind: "digest" }
  /** The next page of what the last digest only counted. */
  | { readonly kind: "more" }
  /** `all`: what is critical too, which passes any other mute. */
  | {
      readonly kind: "mute";
      readonly time: MuteTime;
      readonly route?: string;
      readonly all?: true;
      /** More was asked for than anybody mutes at once. */
      readonly capped?: true;
    }
  | { readonly kind: "unmute"; readonly route?: string }
  | { readonly kind: "bind"; readonly code: string }
  | { readonly kind: "unbind" }
  /** It was meant as a command, as far as one can tell, and cannot be read. */
  | { readonly kind: "unclear" };
