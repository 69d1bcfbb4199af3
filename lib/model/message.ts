import type { Keyboard } from "./keyboard.ts";
import type { TemplateParam } from "./template-param.ts";

/** One row of an ark list, or a single value. All values are strings (QQ refuses others). */
export type ArkPair =
  | { readonly key: string; readonly value: string }
  | {
      readonly key: string;
      readonly obj: readonly { readonly obj_kv: readonly { readonly key: string; readonly value: string }[] }[];
    };

/** A picture as a body names it: uploaded before (c2c, group), or by its address, or as bytes beside the body (channel, dm). */
export type Picture =
  | { readonly kind: "file-info"; readonly fileInfo: string }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "bytes" };

/** Notices in one form, rendered and cut to size, not yet bound to a permit. */
export type Message =
  | { readonly form: "text"; readonly content: string }
  | { readonly form: "markdown"; readonly content: string; readonly keyboard?: Keyboard }
  | {
      readonly form: "markdown-template";
      readonly template: string;
      readonly params: readonly TemplateParam[];
      readonly keyboard?: Keyboard;
    }
  | { readonly form: "ark"; readonly template: number; readonly kv: readonly ArkPair[] }
  /** A card of channel and dm; each of `fields` is a line. `thumbnail` is an http(s) URL. */
  | {
      readonly form: "embed";
      readonly title: string;
      readonly prompt: string;
      readonly thumbnail?: string;
      readonly fields: readonly string[];
    }
  /** A picture with its caption. */
  | { readonly form: "media"; readonly content: string; readonly media: Picture };
