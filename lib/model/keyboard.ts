/** QQ takes up to five rows of up to five buttons (40034029). */
type UpToFive<T> =
  | readonly [T]
  | readonly [T, T]
  | readonly [T, T, T]
  | readonly [T, T, T, T]
  | readonly [T, T, T, T, T];

export type Button = {
  /** Unique in its keyboard. */
  readonly id: string;
  /** At most 10 characters. */
  readonly label: string;
  /** Drawn in blue. */
  readonly main?: true;
  /** `jump` opens an http(s) page; `callback` tells the relay its data, and opens a reply window by that. */
  readonly action:
    | { readonly kind: "jump"; readonly url: string }
    | { readonly kind: "callback"; readonly data: string };
  /** What a client too old for buttons says. */
  readonly tip: string;
};

/** Buttons below Markdown, which everybody may press: a template that QQ approved, or rows of our own; never both. */
export type Keyboard = { readonly id: string } | { readonly rows: UpToFive<UpToFive<Button>> };
