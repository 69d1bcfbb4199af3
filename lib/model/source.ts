import type { ProvenBy } from "./auth.ts";
import type { Dialect } from "./dialect.ts";
import type { Inbound } from "./inbound.ts";
import type { Language } from "./language.ts";
import type { Level } from "./level.ts";
import type { LevelScale } from "./level-scale.ts";
import type { Notice } from "./notice.ts";
import type { Refusal } from "./refusal.ts";

/** A body that fits its source, with what routes filter by. */
export type Parsed<Body = unknown> = {
  /** The sender's event name, e.g. `push`; `notice` where the format knows none. */
  readonly event: string;
  /** e.g. `opened`; filters match `event` and `event.action`. */
  readonly action?: string;
  /** The sender's own delivery id. Without one, `content` is what two identical requests share. */
  readonly id?: string;
  /** Deduplication text of a sender that has no delivery id; hashed with a bucket of time, `Source.repeatWithin`. */
  readonly content?: string;
  /** How long (ms) the same content is a repeat, where that is not `Source.repeatWithin`: bodies of an older shape may tell no time. */
  readonly repeatWithin?: number;
  readonly branch?: string;
  /** Made by a bot account, as far as the sender tells. */
  readonly bot: boolean;
  readonly body: Body;
  /** The notice's fields where the route's own paths say which they are; only the generic source tells them. */
  readonly fields?: FoundFields;
  /** Which conversation the request asks for: counts only where the route's `pick` knows it. */
  readonly chat?: string;
  /** The sender's word for the level, where neither the relay nor the route's `levels` knows it. */
  readonly unknownLevel?: string;
};

/** Paths into a JSON body by the notice's field: `{ title: '$.event.title', text: '$.items[0].msg' }`. */
export type FieldPaths = Partial<Record<"title" | "text" | "level" | "link" | "key" | "image", string>>;

/** What was found in a body for the notice's fields. */
export type FoundFields = { readonly [Field in keyof FieldPaths]?: Field extends "level" ? Level : string };

export type MapContext = {
  readonly language: Language;
  /** When the request arrived. */
  readonly at: Date;
  /** IANA zone for times that the notice's words carry. */
  readonly timeZone: string;
  /** The route's own words for levels. */
  readonly levels?: LevelScale;
  /** The route's `only` names the event: then it is told though another event tells the same. */
  readonly isNamed?: boolean;
  /** Whether the route lets another event of the sender's pass, so that one act may come by both; absent = none. */
  readonly hears?: (event: string, action?: string) => boolean;
};

/** Route settings that change how a body is read: a route is one. With a `map` of its own, it need not tell anything. */
export type ReadOptions = { readonly fields?: FieldPaths; readonly map?: unknown; readonly levels?: LevelScale };

/** How a source's requests are read: schema and map. Pure; imported when the first of them comes. */
export type Format<Body = unknown> = {
  /** Raw bytes to a validated body, or why not, naming the path of the first fault. Never throws. */
  readonly parse: (inbound: Inbound, options: ReadOptions) => Parsed<Body> | Refusal;
  /** A validated body in neutral words; undefined when it says nothing worth telling (a ping, a deleted ref). */
  readonly map: (parsed: Parsed<Body>, context: MapContext) => Notice | undefined;
};

/** What is known of a sender before it sends anything; a new one is one file and one line in `sources/index.ts`. */
export type Source = {
  readonly name: string;
  /** The scheme its routes use unless they say otherwise. */
  readonly auth: ProvenBy;
  /**
   * What a route's `only` and `except` may name: the sender's events with their actions, `true` where any action may come. Absent
   * where all that it sends is one event.
   */
  readonly events?: Readonly<Record<string, readonly string[] | true>>;
  /** Whether some of its events have a branch. */
  readonly hasBranches?: true;
  /**
   * How long (ms) the same content is a repeat, where the sender names no delivery: as long as its tools may retry, but
   * shorter than a wanted repetition, which is byte for byte the same (Alertmanager's comes after 4 h by default).
   */
  readonly repeatWithin: number;
  /** How its clients speak, where that is not a POST to the route's own address, answered with 202 and the relay's JSON. */
  readonly dialect?: Dialect;
  /**
   * Whether a request is this source's, by its headers or the top-level names of its body: for routes that take several. Asked
   * twice: without `keys` first, then with those of a JSON object or a form (and of the JSON in its `payload`).
   */
  readonly isMine?: (inbound: Inbound, keys: ReadonlySet<string>) => boolean;
  /** The format, of the request where a source has several. */
  readonly load: (inbound?: Inbound) => Promise<Format>;
};
