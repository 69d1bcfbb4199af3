import type { Breaker } from "./model/breaker.ts";
import type { Claim, ClaimEnd } from "./model/claim.ts";
import type { Delivery, DeliveryState } from "./model/delivery.ts";
import type { Evidence, EvidenceChange } from "./model/evidence.ts";
import type { GatewayLife } from "./model/gateway-life.ts";
import type { GuildSetting } from "./model/guild-setting.ts";
import type { Heard } from "./model/heard.ts";
import type { Image } from "./model/image.ts";
import type { Rule } from "./model/limits.ts";
import type { Outcome } from "./model/outcome.ts";
import type { Permit } from "./model/permit.ts";
import type { Quota } from "./model/quota.ts";
import type { Settlement, StateChange } from "./model/settlement.ts";
import type { SnsMessage } from "./model/sns-message.ts";
import type { Standing } from "./model/standing.ts";
import type { Charge } from "./model/charge.ts";
import type { NewWindow } from "./model/window.ts";
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

/** A message in audit: which deliveries it tells, which it only counts, and what was spent on it under which claim. */
export type Audit = {
  readonly target: Target;
  readonly deliveries: readonly string[];
  readonly counted: readonly string[];
  readonly claim: string;
  readonly spent: readonly Spent[];
};

/** How QQ's audit of a message ended. */
export type AuditEnd = { readonly passed: boolean; readonly messageId?: string };

/** A target with something pending: how many deliveries, and when (ms) the oldest and the newest of them arrived. */
export type Live = {
  readonly target: Target;
  readonly pending: number;
  readonly oldest: number;
  readonly newest: number;
};

/** A target's own item: its state and counters, and until when (ms) its reply windows and their claims matter. */
export type TargetItem = Pick<Standing, "state" | "quota"> & {
  readonly windowsUntil: number;
  /** Another deliverer held the lease and let it run out: it may have left a send unfinished. */
  readonly tookOver?: true;
};

/** How the answer with a page ended: people were told, they were not, or QQ refused what it says. */
export type PageEnd = "told" | "untold" | "refused";

/** The outbox and the delivery log of a target. */
export type Deliveries = {
  /** Puts a delivery unless its id is known at the target: deduplicates and enlists in one conditional write. */
  readonly enlist: (delivery: Delivery) => Promise<"enlisted" | "repeated">;
  /** How many deliveries are pending for a target. */
  readonly countPending: (target: Target) => Promise<number>;
  /**
   * Brings a delivery that ended in one of these states back among what is pending; else the state that it stays in, or
   * undefined where there is none.
   */
  readonly requeue: (
    target: Target,
    id: string,
    from: readonly DeliveryState[],
    now: number,
  ) => Promise<"requeued" | DeliveryState | undefined>;
  /** A notice's picture, which may lie beside its delivery. */
  readonly readImage: (target: Target, image: string) => Promise<string | undefined>;
  /** One delivery of a target, whatever its state. */
  readonly readDelivery: (target: Target, id: string) => Promise<Delivery | undefined>;
  /** Whether anything is pending for a target. */
  readonly hasPending: (target: Target) => Promise<boolean>;
  readonly hasCritical: (target: Target) => Promise<boolean>;
  readonly settle: (target: Target, settlements: readonly Settlement[], now: number) => Promise<void>;
};

/** The delivery log, for people. */
export type DeliveryLog = {
  /** Whether any delivery of a route is kept for a target, whatever became of it. */
  readonly hasDeliveryOf: (target: Target, route: string) => Promise<boolean>;
  /** The delivery log of a target, newest first, none that arrived before `since` (ms); it costs what is taken of it. */
  readonly readLog: (target: Target, since?: number) => AsyncIterable<Delivery>;
  /** The newest of them, at most `limit`. */
  readonly listDeliveries: (target: Target, limit: number) => Promise<readonly Delivery[]>;
};

/** One deliverer a target at a time. */
export type Leases = {
  /** Takes the target's lease until `until`, and answers with its own item; `taken` leaves word for the holder instead. */
  readonly takeLease: (target: Target, holder: string, until: number, now: number) => Promise<TargetItem | "taken">;
  /** The name of who left word last; the holder's own where nobody did. */
  readonly readWord: (target: Target) => Promise<string | undefined>;
  /**
   * Lets the lease go unless word was left meanwhile, after `seen`: then the lease is kept until `until` and `again` is the
   * answer.
   */
  readonly releaseLease: (
    target: Target,
    holder: string,
    until: number,
    change: StateChange,
    seen?: string,
  ) => Promise<"released" | "again" | "lost">;
  /** Ends the lease of a pass that failed: the target is due at once, for a holder that looks for what was left unfinished. */
  readonly breakLease: (target: Target, holder: string, now: number) => Promise<void>;
};

/** Which of a target's facts an event changes, and when (ms) that happened. */
export type StateOrder = { readonly of: "proactive" | "presence"; readonly at: number };

/** What a plan is made of, and what a pass, an event or a command changes of it. */
export type Standings = {
  /**
   * A target's standing at `now` (ms), strongly consistent and not growing with its history. With what the lease just
   * answered, it reads only what is pending, and the windows where there may be any.
   */
  readonly load: (target: Target, now: number, item?: TargetItem) => Promise<Standing>;
  /** A target's own item: one strongly consistent read. */
  readonly readItem: (target: Target) => Promise<TargetItem>;
  /**
   * Writes what an event or a command changes of a target. With `order`, only where no later event (ms) changed the same:
   * QQ's events may overtake each other.
   */
  readonly changeState: (target: Target, change: StateChange, order?: StateOrder) => Promise<void>;
};

/** Reply windows, and the replies taken from them. */
export type Windows = {
  /** Opens a reply window, unless it is known already. */
  readonly openWindow: (target: Target, window: NewWindow) => Promise<"opened" | "known">;
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
  /** Gives back what a claim took from an owner, once, and with the target's own units the claim; false when it was done before. */
  readonly refund: (owner: QuotaOwner, charges: readonly Charge[], claim: string) => Promise<boolean>;
  /** Records that a claim's send tells only those that it names now: QQ refused the message that told more. */
  readonly narrowClaim: (target: Target, claim: Claim) => Promise<void>;
  /** Records how a claim's send ended, before its deliveries are settled. */
  readonly endClaim: (target: Target, claim: Claim, ended: ClaimEnd) => Promise<void>;
  /** Counts apart, once, what a claim took from an owner: nobody knows whether QQ counted it. */
  readonly doubtUnits: (owner: QuotaOwner, charges: readonly Charge[], claim: string) => Promise<void>;
  /** QQ says that rules are used up: nothing is taken from them until `until`. `refused`: how often in a row it said so. */
  readonly closeQuota: (
    owner: QuotaOwner,
    rules: readonly string[],
    until: number,
    refused?: Quota["refused"],
  ) => Promise<void>;
  /** QQ took a push again: what it refused before is no longer counted. */
  readonly forgetRefusals: (owner: QuotaOwner) => Promise<void>;
  /** Remembers that a target found no room under rules that count targets, by the keys of their counters. */
  readonly noteWanted: (owner: QuotaOwner, keys: readonly string[], member: string, now: number) => Promise<void>;
  readonly readQuota: (owner: QuotaOwner) => Promise<Quota>;
};

/** Messages that QQ looks at before it shows them. */
export type Audits = {
  /** Remembers what a message in audit tells, once; the answer is the audit's end where QQ told it before. */
  readonly recordAudit: (id: string, audit: Audit, now: number) => Promise<AuditEnd | undefined>;
  /** Keeps an audit's end; the answer is what the message tells, where that is known already. */
  readonly endAudit: (id: string, end: AuditEnd, now: number) => Promise<Audit | undefined>;
  /** Deliveries whose audit nobody waits for any more at `now` (ms). */
  readonly overdueAudits: (target: Target, now: number) => Promise<readonly Delivery[]>;
};

/** Which of QQ's events had their effect before. */
export type Events = {
  readonly isKnownEvent: (id: string) => Promise<boolean>;
  /** Remembers for a day that an event had its effect. */
  readonly recordEvent: (id: string, now: number) => Promise<void>;
};

/** Who spoke to the bot lately. */
export type HeardBy = {
  /** Remembers one who spoke for a week, the newest of each scene. */
  readonly noteHeard: (heard: Heard) => Promise<void>;
  /** Newest first, some twenty a scene. */
  readonly readHeard: (now: number) => Promise<readonly Heard[]>;
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

/** What digests only counted: it waits, in order, until someone asks for more. */
export type Counted = {
  readonly countCounted: (target: Target) => Promise<number>;
  /** The next of them, at most `max`, none that an answer is just telling. */
  readonly readCounted: (target: Target, max: number) => Promise<readonly Delivery[]>;
  /** Those that one answer tells. */
  readonly readShown: (target: Target, answer: string) => Promise<readonly Delivery[]>;
  /** Answers that have taken a page and did not end it. */
  readonly readPages: (target: Target) => Promise<readonly string[]>;
  /** Takes counted deliveries for one answer; no two answers get the same one. */
  readonly takePage: (target: Target, answer: string, ids: readonly string[]) => Promise<readonly string[]>;
  /** Ends an answer's page: its deliveries are told, or counted as before; of one that QQ refused one at least is at fault. */
  readonly endPage: (target: Target, answer: string, as: PageEnd, now: number) => Promise<void>;
  /** Ends counted deliveries that are too old to be told, none that an answer is just telling. */
  readonly expireCounted: (target: Target, ids: readonly string[], now: number) => Promise<void>;
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
  /** Counts one more failure; the answer is the breaker with all that were counted, by whomever. */
  readonly countFailure: () => Promise<Breaker>;
  /** Opens the breaker until `until` (ms), unless it is for longer, or QQ was found well since `seen`: then false. */
  readonly openBreaker: (seen: Breaker, until: number) => Promise<boolean>;
  /** QQ is well; false where the breaker is no more as seen: others may know of a later outage. */
  readonly closeBreaker: (seen: Breaker) => Promise<boolean>;
  /** Takes the one probe that is due until `until` (ms); false where another took it, or the breaker is no more as seen. */
  readonly takeProbe: (seen: Breaker, until: number) => Promise<boolean>;
};

/** What QQ has shown of its limits, scene by scene. */
export type Evidences = {
  readonly readEvidence: (scene: Target["scene"]) => Promise<Evidence>;
  /** Writes what was learnt, whoever learnt something else meanwhile. */
  readonly learn: (scene: Target["scene"], change: EvidenceChange) => Promise<void>;
  /**
   * Takes the one push that may ask until `until` (ms); false where another took it, or where the answer is known: by proof from
   * `since` (ms) on, or by a refusal. `asks`: how many got no answer, with this one.
   */
  readonly takeAsk: (
    scene: Target["scene"],
    ask: { readonly until: number; readonly asks: number; readonly since: number },
    now: number,
  ) => Promise<boolean>;
};

/** Whether a gateway process elsewhere lives, which hands QQ's events on. */
export type GatewayLives = {
  /** undefined = none ever lived, or none for a week. */
  readonly readGatewayLife: () => Promise<GatewayLife | undefined>;
  /** It lives: written once a minute at most (else `known`). Answers what was known before. */
  readonly recordGatewaySeen: (now: number) => Promise<GatewayLife | "new" | "known">;
  /** The operator was warned of the silence since `seenAt`. */
  readonly noteGatewayWarned: (seenAt: number) => Promise<void>;
  /** The operator was told that the silence since `warnedOf` is over. */
  readonly noteGatewayBack: (warnedOf: number) => Promise<void>;
};

/** What guilds' owners have set for the bot. */
export type GuildSettings = {
  readonly readGuildSetting: (guild: string) => Promise<GuildSetting>;
  /** Whether the asker is the one to ask QQ for it: false where someone did after `since` (ms). */
  readonly takeGuildLook: (guild: string, since: number, now: number) => Promise<boolean>;
  readonly writeGuildSetting: (guild: string, perDay: number | undefined) => Promise<void>;
};

/** QQ's access token as all functions share it. */
export type TokenStore = {
  /** QQ's access token as all functions share it; `expiresAt` in ms. */
  readonly readToken: () => Promise<{ readonly token: string; readonly expiresAt: number } | undefined>;
  readonly writeToken: (token: string, expiresAt: number) => Promise<void>;
};

/** What webhooks and sends need of the table. */
export type SceneStore = Deliveries &
  Leases &
  Standings &
  Windows &
  Quotas &
  Audits &
  Bindings &
  Counted &
  Breakers &
  Evidences &
  GuildSettings &
  TokenStore;

/** All that the table keeps. A line takes the parts that it uses. */
export type Store = SceneStore & DeliveryLog & Events & HeardBy & PairingCodes & Due & GatewayLives;

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
export type NoMedia = {
  readonly kind: "no-media";
  readonly reason: string;
  /** It lies, or may lie, in a network that is not public: nobody is to read where. */
  readonly internal?: true;
};

export type Media = {
  /**
   * Makes a notice's image ready for a scene; never throws for what the image or QQ is like. `deadline` (ms of the epoch)
   * is that of preparing alone: the send needs its own time after it.
   */
  readonly prepare: (target: Target, image: string, deadline: number) => Promise<Prepared | NoMedia>;
  /** Whether an image lies in a network that is not public, so that no message may hold its address. */
  readonly isInternal: (image: string, deadline: number) => Promise<boolean>;
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

/** Asks QQ how many pushes a day a guild's owner allows its channels: `undefined` = QQ names no count. */
export type AskGuild = (
  guild: string,
  deadline: number,
) => Promise<
  { readonly kind: "told"; readonly perDay: number | undefined } | Extract<Outcome, { kind: "refused" | "unsure" }>
>;

/** Wakes the deliverer of a target. A lost wake-up loses nothing: the sweep finds what is pending. */
export type Wake = (target: Target) => Promise<void>;

/** AWS's SNS, as far as its messages need it. Deadlines in ms of the epoch. */
export type Sns = {
  /** Whether SNS signed a message; `unavailable` where its certificate cannot be had now. */
  readonly check: (message: SnsMessage, deadline: number) => Promise<"signed" | "forged" | "unavailable">;
  /** Confirms a subscription by the address that SNS signed; false where that did not succeed. */
  readonly confirm: (subscribeUrl: string, deadline: number) => Promise<boolean>;
};

export type LogLevel = "info" | "warn" | "error";

/** Writes one JSON line. Fields never carry bodies, headers, tokens or whole openids. */
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void;

export type Clock = {
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<void>;
};
