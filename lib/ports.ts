import type { Breaker } from "./model/breaker.ts";
import type { Claim } from "./model/claim.ts";
import type { Delivery } from "./model/delivery.ts";
import type { Image } from "./model/image.ts";
import type { Rule } from "./model/limits.ts";
import type { Outcome } from "./model/outcome.ts";
import type { Permit } from "./model/permit.ts";
import type { Quota } from "./model/quota.ts";
import type { Settlement, StateChange } from "./model/settlement.ts";
import type { Standing } from "./model/standing.ts";
import type { Charge } from "./model/charge.ts";
import type { ReplyWindow } from "./model/window.ts";
import type { Target } from "./model/target.ts";

/** What the lines need from outside. Types only: edges implement them, tests may stand in. */

/** Whose counters: a target's, or for one period those of a guild or of the bot in one scene. */
export type QuotaOwner =
  | { readonly kind: "target"; readonly target: Target }
  | { readonly kind: "guild"; readonly guild: string; readonly period: string }
  | { readonly kind: "bot"; readonly scene: Target["scene"]; readonly period: string };

/** Units taken from one owner for a send, so that they can go back. */
export type Spent = {
  readonly owner: QuotaOwner;
  readonly charges: readonly Charge[];
  readonly rules: readonly Rule[];
};

/** A message in audit: which deliveries it tells, and what was spent on it. */
export type Audit = {
  readonly target: Target;
  readonly deliveries: readonly string[];
  readonly spent: readonly Spent[];
};

/** A target with something pending: how many deliveries, and when (ms) the oldest and the newest of them arrived. */
export type Live = {
  readonly target: Target;
  readonly pending: number;
  readonly oldest: number;
  readonly newest: number;
};

/** A target's own item: its state and counters, and until when (ms) its reply windows and their claims matter. */
export type TargetItem = Pick<Standing, "state" | "quota"> & { readonly windowsUntil: number };

/** The outbox and the delivery log of a target. */
export type Deliveries = {
  /** Puts a delivery unless its id is known at the target: deduplicates and enlists in one conditional write. */
  readonly enlist: (delivery: Delivery) => Promise<"enlisted" | "repeated">;
  /** One delivery of a target, whatever its state. */
  readonly readDelivery: (target: Target, id: string) => Promise<Delivery | undefined>;
  /** Whether anything is pending for a target. */
  readonly hasPending: (target: Target) => Promise<boolean>;
  readonly settle: (target: Target, settlements: readonly Settlement[], now: number) => Promise<void>;
  /** The delivery log of a target, newest first, at most `limit`. For people: it grows with history. */
  readonly listDeliveries: (target: Target, limit: number) => Promise<readonly Delivery[]>;
};

/** One deliverer a target at a time. */
export type Leases = {
  /** Takes the target's lease until `until`, and answers with its own item; `taken` leaves word for the holder instead. */
  readonly takeLease: (target: Target, holder: string, until: number, now: number) => Promise<TargetItem | "taken">;
  /** Lets the lease go unless word was left meanwhile: then the lease is kept until `until` and `again` is the answer. */
  readonly releaseLease: (
    target: Target,
    holder: string,
    until: number,
    change: StateChange,
  ) => Promise<"released" | "again" | "lost">;
};

/** What a plan is made of, and what a pass, an event or a command changes of it. */
export type Standings = {
  /**
   * A target's standing at `now` (ms), strongly consistent and not growing with its history. With what the lease just
   * answered, it reads only what is pending, and the windows where there may be any.
   */
  readonly load: (target: Target, now: number, item?: TargetItem) => Promise<Standing>;
  /** Writes what an event or a command changes of a target. */
  readonly changeState: (target: Target, change: StateChange) => Promise<void>;
};

/** Reply windows, and the replies taken from them. */
export type Windows = {
  /** Opens a reply window, unless it is known already. */
  readonly openWindow: (target: Target, window: Omit<ReplyWindow, "used" | "claim">) => Promise<"opened" | "known">;
  /** Takes the next reply of a window under the lease and records the claim. The answer's seq is the `msg_seq`. */
  readonly claimReply: (
    target: Target,
    anchor: Extract<Permit, { kind: "reply" }>["anchor"],
    claim: Omit<Claim, "permit">,
    times: number | undefined,
    seq: number | undefined,
  ) => Promise<{ readonly seq: number } | "closed">;
  readonly dropWindow: (target: Target, anchor: Extract<Permit, { kind: "reply" }>["anchor"]) => Promise<void>;
};

/** Counters of proactive messages, and the units taken from them. */
export type Quotas = {
  /** Takes one unit of each rule of one owner, or of none. A claim, where given, is recorded by the same write. */
  readonly spend: (
    owner: QuotaOwner,
    charges: readonly Charge[],
    now: number,
    claim?: Claim,
  ) => Promise<"spent" | "closed">;
  /** Gives back what `spend` took from an owner; with `unclaim` the claim that it recorded too. */
  readonly refund: (owner: QuotaOwner, charges: readonly Charge[], unclaim?: "unclaim") => Promise<void>;
  /** Counts apart what `spend` took from an owner: nobody knows whether QQ counted it. */
  readonly doubtUnits: (owner: QuotaOwner, charges: readonly Charge[]) => Promise<void>;
  /** QQ says that rules are used up: nothing is taken from them until `until`. `refused`: how often in a row it said so. */
  readonly closeQuota: (
    owner: QuotaOwner,
    rules: readonly string[],
    until: number,
    refused?: Quota["refused"],
  ) => Promise<void>;
  /** QQ took a push again: what it refused before is no longer counted. */
  readonly forgetRefusals: (owner: QuotaOwner) => Promise<void>;
  readonly readQuota: (owner: QuotaOwner) => Promise<Quota>;
};

/** Messages that QQ looks at before it shows them. */
export type Audits = {
  /** Remembers what a message in audit tells, until QQ's audit event settles it. */
  readonly recordAudit: (id: string, audit: Audit, now: number) => Promise<void>;
  readonly settleAudit: (id: string, passed: boolean, messageId: string | undefined) => Promise<Audit | undefined>;
};

/** Which of QQ's events were here before. */
export type Events = {
  /** Remembers one of QQ's events for a day; `known` when it came before. */
  readonly recordEvent: (id: string, now: number) => Promise<"new" | "known">;
  readonly forgetEvent: (id: string) => Promise<void>;
};

/** Which targets were paired with a route from inside QQ. */
export type Bindings = {
  /** Targets paired with a route from inside QQ. */
  readonly readBindings: (route: string) => Promise<readonly Target[]>;
  readonly bind: (route: string, target: Target, now: number) => Promise<"bound" | "known">;
  /** Ends a pairing; false when there was none. */
  readonly unbind: (route: string, target: Target) => Promise<boolean>;
};

/** One-time codes to pair by. */
export type PairingCodes = {
  /** Makes a code good for one pairing with a route until `until` (ms); false when the code exists already. */
  readonly createCode: (route: string, code: string, until: number) => Promise<boolean>;
  /** Spends a code: of any number of takers one gets its route, and gets it again by a repeat of the message `by`. */
  readonly takeCode: (code: string, by: string, now: number) => Promise<{ readonly route: string } | "invalid">;
  /** Counts a try at a code from a target; the answer is how many there were in this hour. */
  readonly countGuess: (target: Target, now: number) => Promise<number>;
};

/** What digests only counted. */
export type Pages = {
  /** Keeps the ids of deliveries that the newest digest only counted, at most 300, in place of an older digest's. */
  readonly writePage: (target: Target, ids: readonly string[], now: number) => Promise<void>;
  /** How many deliveries are left to page through. */
  readonly countPage: (target: Target) => Promise<number>;
  /** The next `max` of them, and how many are left after these; no two takers get the same ones. */
  readonly takePage: (
    target: Target,
    max: number,
  ) => Promise<{ readonly deliveries: readonly Delivery[]; readonly left: number }>;
};

/** What the sweep looks at. */
export type Due = {
  /** Targets of a scene whose `dueAt` has come, soonest first. */
  readonly due: (scene: Target["scene"], now: number) => AsyncIterable<Target>;
  /** Every target with something pending. */
  readonly live: () => AsyncIterable<Live>;
};

/** What the whole bot knows of QQ being out of order. */
export type Breakers = {
  readonly readBreaker: () => Promise<Breaker>;
  readonly writeBreaker: (breaker: Breaker) => Promise<void>;
  /** Takes the one probe that is due until `until` (ms); false where another took it, or the breaker is no more as seen. */
  readonly takeProbe: (seen: Breaker, until: number) => Promise<boolean>;
};

/** QQ's access token as all functions share it. */
export type TokenStore = {
  /** QQ's access token as all functions share it; `expiresAt` in ms. */
  readonly readToken: () => Promise<{ readonly token: string; readonly expiresAt: number } | undefined>;
  readonly writeToken: (token: string, expiresAt: number) => Promise<void>;
};

/** All that the table keeps. A line takes the parts that it uses. */
export type Store = Deliveries &
  Leases &
  Standings &
  Windows &
  Quotas &
  Audits &
  Events &
  Bindings &
  PairingCodes &
  Pages &
  Due &
  Breakers &
  TokenStore;

/** A body for one of QQ's four send endpoints, and what it goes out under: one code means less to a reply (22009). */
export type SendRequest = {
  readonly target: Target;
  readonly body: Readonly<Record<string, unknown>>;
  readonly permit: Permit["kind"];
  /** Channel and dm only: goes beside the body as its part `file_image`, and makes the request multipart. */
  readonly file?: Image;
};

export type Qq = {
  /**
   * Posts one message. Answers are values, a lost connection and a refused token too. The request gets at least 5 s:
   * none is begun that `deadline` (milliseconds of the epoch) would cut shorter.
   */
  readonly send: (request: SendRequest, deadline: number) => Promise<Outcome>;
};

/** A picture ready for one send: for `media` (c2c, group), for `image`, or as `SendRequest.file` (channel, dm). */
export type Prepared =
  | { readonly kind: "file-info"; readonly fileInfo: string }
  | { readonly kind: "url"; readonly url: string }
  | ({ readonly kind: "bytes" } & Image);

/** Why a message goes out without its picture, for the log: it names no address. */
export type NoMedia = { readonly kind: "no-media"; readonly reason: string };

export type Media = {
  /**
   * Makes a notice's image ready for a scene; never throws for what the image or QQ is like. `deadline` (ms of the epoch)
   * is that of preparing alone: the send needs its own time after it.
   */
  readonly prepare: (target: Target, image: string, deadline: number) => Promise<Prepared | NoMedia>;
  /**
   * What was prepared did not serve: the next `prepare` uploads anew (c2c, group), or brings the picture's bytes in place
   * of a URL that QQ could not fetch (channel, dm).
   */
  readonly forget: (target: Target, image: string) => void;
};

/** Opens the DM session with a member of a guild: its id, or why not. */
export type OpenDm = (
  member: { readonly user: string; readonly guild: string },
  deadline: number,
) => Promise<{ readonly kind: "opened"; readonly id: string } | Extract<Outcome, { kind: "refused" }>>;

/** Wakes the deliverer of a target. A lost wake-up loses nothing: the sweep finds what is pending. */
export type Wake = (target: Target) => Promise<void>;

export type LogLevel = "info" | "warn" | "error";

/** Writes one JSON line. Fields never carry bodies, headers, tokens or whole openids. */
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void;

export type Clock = {
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<void>;
};
