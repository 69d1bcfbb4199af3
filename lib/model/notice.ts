import type { Act } from "./act.ts";
import type { Level } from "./level.ts";

/**
 * What happened, in neutral words, before any form. All text is foreign and unescaped: renderers sanitize it.
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
  /**
   * What a notice that replaces speaks of, where that is several things (the alerts of a group) and another sender may use
   * the same key for others: short marks of those that go on, and of those that ended. It stands only for older notices
   * whose open parts it names; where all had ended, the ended ones.
   */
  readonly parts?: { readonly open: readonly string[]; readonly closed: readonly string[] };
  /** The act that it tells, where other notices of its sender may tell the same. They wait a moment for each other. */
  readonly act?: Act;
  /** What notices of a key share that say the same in other words (of time); without it their words are compared. */
  readonly content?: string;
  /**
   * In how many states its thing was, as the notices of its key tell that were folded into it: a flapping alert is told
   * once. One that says the same again is no change.
   */
  readonly times?: number;
  /** The severest of those that were folded into it, where it is more severe than this one itself. */
  readonly severest?: Level;
  /**
   * What a digest counts it under when there are several of a kind: `where` is the place (`octo/app`), `what` the things,
   * worded to follow any number from 3 on (`次推送`, `pushes`), `who` did it.
   */
  readonly tally?: { readonly where: string; readonly what: string; readonly who?: string };
  /** True when it tells the end of what earlier notices of the key began (an alert that resolved). */
  readonly resolved?: true;
};
