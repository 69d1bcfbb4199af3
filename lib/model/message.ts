import type { ArkTemplate } from "./form.ts";

/** One row of an ark list, or a single value. All values are strings (QQ refuses others). */
export type ArkPair =
  | { readonly key: string; readonly value: string }
  | {
      readonly key: string;
      readonly obj: readonly { readonly obj_kv: readonly { readonly key: string; readonly value: string }[] }[];
    };

/** Notices in one form, rendered and cut to size, not yet bound to a permit. */
export type Message =
  | { readonly form: "text"; readonly content: string }
  | { readonly form: "markdown"; readonly content: string }
  | { readonly form: "ark"; readonly template: ArkTemplate; readonly kv: readonly ArkPair[] };
