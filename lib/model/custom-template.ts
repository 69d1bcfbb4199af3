import type { ArkPair } from "./message.ts";
import type { Notice } from "./notice.ts";

/** A route's own ark template: the number that QQ gave it, and its values for the notices that one message tells. */
export type CustomArk = {
  readonly template: number;
  readonly kv: (notices: readonly Notice[]) => readonly ArkPair[];
};

/** A route's own Markdown template: the id that QQ gave it, and the values of its variables. */
export type CustomMarkdown = {
  readonly id: string;
  readonly params: (notices: readonly Notice[]) => Readonly<Record<string, string>>;
};
