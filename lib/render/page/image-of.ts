import type { Styled } from "../style/style-of.ts";

/** The picture to send beside the words: of one notice told by itself, in text; other forms have their own, or none. */
export function imageOf(deliveries: readonly Styled[]): string | undefined {
  const [only, ...others] = deliveries;
  if (!only || others.length > 0 || only.answers || only.form !== "text") return undefined;
  return only.notice.image;
}
