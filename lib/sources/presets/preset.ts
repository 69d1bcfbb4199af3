import type { Language } from "../../model/language.ts";
import type { Level } from "../../model/level.ts";
import type { LevelScale } from "../../model/level-scale.ts";

/**
 * A text with places that a body fills; of several the first whose places can all be filled.
 *
 * `{a.b[0].c}` is what stands at a path, `{a|b}` the first of two that says something, `{a.*.name}` that of each item of a list.
 * `{a:how}` tells it in a way: one of `ways.ts`, or a table of the preset's own `words`. `{@}` is the sender's name, `{$part}` one of
 * the preset's `parts`. What stands in `[…]` is left out where a place of it cannot be filled.
 */
export type Template = string | readonly string[];

/** Templates by language, or one for all. */
export type Words = Template | Readonly<Record<Language, Template>>;

/** How a notice of one kind looks, where it is not as the preset says for all. */
export type Look = {
  /** A level, or templates of the sender's words for it, and of levels: the first that is known counts. */
  readonly level?: Level | readonly string[];
  /** Lines; one whose places cannot be filled is left out. */
  readonly lines?: readonly Words[];
  /** Short ones that stand on one line. */
  readonly facts?: readonly Words[];
  /** Paths, one after another with `|`, to a longer text: its first lines are told in words. */
  readonly text?: string;
  /** A line for each item of a list; its paths begin at the item. */
  readonly list?: { readonly at: string; readonly line: Words };
  readonly link?: Template;
  /** What the thing is known by. */
  readonly key?: Template;
};

/** What is told of an event. */
export type Told = Look &
  Readonly<Record<Language, Template>> & {
    /** `state`: it says all that older notices of its key said. `end`: and what they told is over; its level is `success`. */
    readonly is?: "state" | "end";
  };

/** A sender that is told by data alone. */
export type Preset = Look & {
  readonly name: string;
  /** As people call it. */
  readonly label: string;
  /** Templates of the event's name; the first that can be filled. A last dot parts it from its action, as filters name both. */
  readonly event: Template;
  /** Tells apart what is told differently of one event: words are looked for under `<event>/<variant>` first. */
  readonly variant?: Template;
  /** By `event.action`, or `event` for all its actions. What is silent is told only where a route's `only` names it. */
  readonly events: Readonly<Record<string, Told | "silent">>;
  /** What is told of any other event. */
  readonly other?: Told;
  /** What several templates have in common, as `{$name}`. */
  readonly parts?: Readonly<Record<string, Words>>;
  /** Tables of the sender's words, as `{path:table}`; what is not in one is not told. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string | Readonly<Record<Language, string>>>>>>;
  readonly levels?: LevelScale;
  /** When it happened: ISO 8601, or seconds or milliseconds of the epoch. */
  readonly at?: string;
  /** The delivery's id, of what is signed or cannot be chosen by others; or the vendor's own header for it. */
  readonly id?: Template | { readonly header: string };
  readonly branch?: string;
  /** A path, and the words there that mean a program did it. */
  readonly bot?: readonly [path: string, ...words: string[]];
  /** Whether what it tells may stand in the query. */
  readonly inQuery?: true;
  /** The field that holds the body's JSON, where it may come as a form. */
  readonly within?: string;
  /** How its longer texts are marked up; Markdown with HTML unless it says otherwise. */
  readonly markup?: "plain" | "wiki";
};
