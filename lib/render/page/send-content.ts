import type { Notice } from "../../model/notice.ts";

/** What one send has to tell; not nothing at all. */
export type SendContent = {
  /** Answers a command, and is told first. */
  readonly answer?: Notice;
  /** In the order to tell them. */
  readonly notices: readonly Notice[];
  /** One short closing line in the style's language; it is always told. */
  readonly note?: string;
};
