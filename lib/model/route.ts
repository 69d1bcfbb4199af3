import type { AuthScheme, SignatureHeaders } from "./auth.ts";
import type { TimeOfDay } from "./time-of-day.ts";
import type { Duration } from "./duration.ts";
import type { ArkTemplate, Form } from "./form.ts";
import type { Level } from "./level.ts";
import type { LevelScale } from "./level-scale.ts";
import type { CustomArk, CustomMarkdown } from "./custom-template.ts";
import type { SceneName } from "./scene.ts";
import type { LinkPolicy } from "./settings.ts";
import type { FieldPaths } from "./source.ts";

/** Where a route sends: a plain id, a channel with its guild, or a DM that the relay opens itself. */
export type To =
  | string
  | { readonly id: string; readonly guild?: string }
  | { readonly user: string; readonly guild: string };

/** What a route's `filter` and `map` functions see. */
export type RouteEvent = {
  readonly event: string;
  readonly action?: string;
  readonly branch?: string;
  readonly bot: boolean;
  /** The validated body; its shape is the sender's. */
  readonly body: unknown;
};

/** What a route's own `map` returns; what is left out is filled from the request. */
export type MappedNotice = {
  readonly title: string;
  readonly text?: string;
  readonly level?: Level;
  readonly link?: string;
  readonly key?: string;
  readonly image?: string;
};

/** How a route's notices are treated when there is little to send with. */
export type RoutePolicy = {
  /**
   * Which notices may spend proactive messages: `critical` ones at once and the others as the quota lasts (`auto`, the default),
   * all at once, `critical` ones alone, or none. Replies tell all of them.
   */
  readonly proactive?: "auto" | "always" | "critical" | "never";
  /** Proactive messages per period kept for `critical` notices. Default 0. */
  readonly reserve?: number;
  /** After this long unsent a notice expires. Default `32d`, one day longer than any quota period. */
  readonly maxAge?: Duration;
  /** A proactive send whose answer was lost: `resend` (default: nothing is lost) or `assume-sent` (nothing twice). */
  readonly onUnsure?: "resend" | "assume-sent";
  /** Time of day (`09:00`) at which what waits is told in one proactive digest; until then only replies and `critical` go. */
  readonly digestAt?: TimeOfDay;
  /** Hours without proactive messages but `critical` ones, e.g. `{ from: '23:00', to: '08:00' }`. */
  readonly quiet?: { readonly from: TimeOfDay; readonly to: TimeOfDay };
  /**
   * How long a notice waits for others of its sender that tell the same act, before it is pushed: 10 s at most, `0s` = not at
   * all. Default `5s`. Only where pushes are scarce, and never a critical one.
   */
  readonly settle?: Duration;
  /** Another route that takes over what could not be sent here for `after`. */
  readonly spill?: { readonly to: string; readonly after: Duration };
};

/** One configured path: which sender, how it proves itself, what passes, where to, in which form. */
export type Route<SourceName extends string = string> = {
  readonly scene: SceneName;
  /** Which format it takes; of several the request tells which: by its headers, else by the names in its body, else the last. */
  readonly source: SourceName | readonly SourceName[];
  /** Name of the secret (environment variable locally, `sst secret` in AWS); two names = rotation. */
  readonly secret?: string | readonly string[];
  /** sns source: ARN of the topic whose messages are taken and whose subscription is confirmed; several in a list. */
  readonly topic?: string | readonly string[];
  /** Where the source's own scheme is not meant. */
  readonly auth?: AuthScheme;
  /** auth `grafana`: the names that Grafana's contact point gives its headers, where they are not the usual ones. */
  readonly headers?: SignatureHeaders;
  /** Takes anything from anybody: must be said, never assumed. */
  readonly open?: true;
  readonly to: readonly To[] | "bound";
  /**
   * Conversations that a request may choose by an id of its own (a chat's, a group's number), each one of `to`. Without it
   * what a request names is not looked at.
   */
  readonly pick?: Readonly<Record<string, string>>;
  /** Status of the answer to what was taken, for senders that take nothing but 200. Default 202, or as the source's vendor. */
  readonly answer?: 200;
  /** Events let through: `push`, `pull_request.opened`. Default: all that say something. */
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  /** Globs on the branch of events that have one: `main`, `release/*`, `!wip/**`. */
  readonly branches?: readonly string[];
  /** Drops what bot accounts did. */
  readonly ignoreBots?: boolean;
  /** Whether to tell an event. One that throws, is async or answers no boolean lets it pass, and the log says why. */
  readonly filter?: (event: RouteEvent) => boolean;
  /**
   * Own wording; undefined = say nothing. Where it throws, is async or answers no title, the source's own words are told;
   * what else of its answer cannot be used is left out. The log says why.
   */
  readonly map?: (event: RouteEvent) => MappedNotice | undefined;
  /**
   * How long the same content is taken for the sender's repeat, where the sender names no delivery: `2m` where the same
   * words may be meant twice. Default: 30 minutes, as the source says.
   */
  readonly repeat?: Duration;
  /** generic source: which paths of the body are the notice's fields. */
  readonly fields?: FieldPaths;
  /** Sources with levels of their own (not github): what the sender's words or numbers for them mean, `{ "1": "critical" }`. */
  readonly levels?: LevelScale;
  /** Default `text`, the one form that every bot may send. */
  readonly form?: Form;
  /** Template of form `ark`: one of QQ's public ones, or the route's own. Default 23. */
  readonly ark?: ArkTemplate | CustomArk;
  /** The route's custom template of form `markdown`, as channels and DMs still have them; without one it is free Markdown. */
  readonly template?: CustomMarkdown;
  /** Buttons below form `markdown`: to the notice's page and for more; or a keyboard that QQ approved, by its id. */
  readonly buttons?: true | { readonly id: string };
  /** How URLs are shown. Default: as the settings say. */
  readonly links?: LinkPolicy;
  /** Ids of users to mention by a notice's level, in a group or channel, in forms `text` and `markdown`. */
  readonly mention?: Readonly<Partial<Record<Level, readonly string[]>>>;
  readonly policy?: RoutePolicy;
};

export type Routes = Readonly<Record<string, Route>>;
