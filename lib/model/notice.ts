import type { Level } from "./level.ts";

/**
 * What happened, in neutral words, before any form. All text is foreign and unescaped: renderers neutralise it.
 *
 * `title` one line, no line breaks. `lines` further lines, most telling first, each without line breaks.
 * `link` an http(s) URL. `at` when it happened, ISO 8601.
 */
export type Notice = {
  readonly source: string;
  /** Sender's word for the kind of thing, e.g. `push`, `pull_request.opened`, `firing`. */
  readonly event: string;
  readonly level: Level;
  readonly title: string;
  readonly lines: readonly string[];
  readonly link?: string;
  /** An http(s) URL or a `data:` URL. */
  readonly image?: string;
  readonly at: string;
  /** The thing spoken of (a branch, an alert, an issue). Notices of one key are told in order. */
  readonly key?: string;
  /**
   * True when this notice says all that older ones of its key said (an alert's state, a workflow's conclusion), so that
   * an unsent older one may be folded into it. A push or a comment never replaces another.
   */
  readonly replaces?: true;
  /** True when it tells the end of what earlier notices of the key began (an alert that resolved). */
  readonly resolved?: true;
};
