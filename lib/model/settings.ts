import type { Language } from "./language.ts";
import type { PresetName, SceneLimits } from "./limits.ts";
import type { SceneName } from "./scene.ts";

/**
 * How URLs are shown, mildest first: as they are; by way of the user's own redirect; written so that neither QQ nor a
 * phone takes them for links; not at all.
 */
export const linkPolicies = ["keep", "redirect", "defang", "strip"] as const;

export type LinkPolicy = (typeof linkPolicies)[number];

/**
 * Changes to a scene's limits. `proactive` is a count for the scene's first rule, or counts by rule id; `0` for any =
 * replies only; `null` = that rule never limits.
 */
export type LimitsOverride = {
  readonly proactive?: number | Readonly<Record<string, number | null>>;
  readonly reply?: Partial<SceneLimits["reply"]>;
};

/** `auto`: by `published`, until QQ shows for a scene that the rules of `2026` hold. */
export type LimitsBasis = PresetName | "auto";

export type LimitsSetting =
  | LimitsBasis
  | {
      readonly preset?: LimitsBasis;
      readonly override?: Readonly<Partial<Record<SceneName, LimitsOverride>>>;
    };

/** `gateway`: over a connection that the relay opens; `callback`: by requests to its public address. QQ's console has one at a time. */
export const eventsWays = ["gateway", "callback"] as const;

export type EventsWay = (typeof eventsWays)[number];

/** What a user may set for the whole relay; what is left out keeps its default. */
export type Settings = {
  readonly limits: LimitsSetting;
  /** Whether the bot is certified (company or person): picks the bot-wide rules of preset `2026`. */
  readonly certified: boolean;
  /** Whether what waits in c2c is told by QQ's wake-up messages where pushes are used up and the limits have them. */
  readonly wakeup: boolean;
  readonly language: Language;
  /** IANA zone in which times are shown, and quiet hours and digest times are meant. QQ's days and months have their own. */
  readonly timeZone: string;
  readonly links: LinkPolicy;
  /** Domains registered with QQ (its console: message URLs): URLs of these and below them are shown under any policy. */
  readonly domains: readonly string[];
  /** Page of one's own domain for `links: "redirect"`; `{url}` is where the page to lead to goes, encoded. */
  readonly redirect?: string;
  /** Who may mute, unmute and unbind in groups and channels: where QQ does not tell the speaker's role, `admins` is nobody. */
  readonly commands: "everyone" | "admins";
  /** The route by which the operator is told, once, that a conversation could not be told anything for a day, or that the gateway process is silent. */
  readonly warnTo?: string;
  /** Days that a finished delivery stays in the log. */
  readonly retentionDays: number;
  /**
   * How QQ's events come to the embedded run; its address `/events` answers either way. Left out: by the gateway where the bot is a
   * real one, by callback from the built-in simulator.
   */
  readonly events?: EventsWay;
};

export const defaultSettings: Settings = {
  limits: "auto",
  certified: false,
  wakeup: true,
  language: "zh",
  timeZone: "Asia/Shanghai",
  links: "keep",
  domains: [],
  commands: "admins",
  retentionDays: 30,
};
