import type { SceneName } from "./scene.ts";

/**
 * One counted limit on proactive sends. `per` says whose counter it is; `max` sends (or distinct targets, where
 * `counts` says so) in a calendar `every` of the preset's zone, or in any sliding minute or second.
 */
export type Rule = {
  readonly id: string;
  readonly per: "target" | "guild" | "bot";
  readonly counts?: "targets";
  readonly max: number;
  readonly every: "month" | "day" | "minute" | "second";
  /** Holds only for bots of this certification. */
  readonly certified?: boolean;
  /** Counted, and limits nothing: what another text of QQ's would have counted. */
  readonly tallied?: true;
};

/** Limits of one scene. All proactive rules hold at once. */
export type SceneLimits = {
  readonly proactive: readonly Rule[];
  /** Replies: minutes an anchor lives, and how many it allows (`null` = QQ states no count). */
  readonly reply: { readonly minutes: number; readonly times: number | null };
  /**
   * Wake-up messages: one in each span of days after the user last chatted, told by its last day; 0 is the day itself. The
   * documents overlap ("day 1-3", "day 3-7"): a day that is in two is the earlier one's.
   */
  readonly wakeup?: readonly number[];
  /** Sends of any kind a second to one target. */
  readonly perSecond?: number;
};

export type Limits = Readonly<Record<SceneName, SceneLimits>>;

const channel = {
  proactive: [
    { id: "target-day", per: "target", max: 20, every: "day" },
    { id: "guild-channels-day", per: "guild", counts: "targets", max: 2, every: "day" },
  ],
  reply: { minutes: 5, times: null },
  perSecond: 5,
} as const satisfies SceneLimits;

const dm = {
  proactive: [
    { id: "target-day", per: "target", max: 2, every: "day" },
    { id: "bot-day", per: "bot", max: 200, every: "day" },
  ],
  reply: { minutes: 5, times: null },
  perSecond: 5,
} as const satisfies SceneLimits;

/**
 * What QQ allows, as its documents say: `published` is the text the project started from (send pages until 2025),
 * `2026` the overview page of 2026-07-21. QQ's own refusals are the truth; these only predict them.
 */
export const presets = {
  published: {
    c2c: {
      proactive: [{ id: "target-month", per: "target", max: 4, every: "month" }],
      reply: { minutes: 60, times: 5 },
    },
    group: {
      proactive: [{ id: "target-month", per: "target", max: 4, every: "month" }],
      reply: { minutes: 5, times: 5 },
    },
    channel,
    dm,
  },
  "2026": {
    c2c: {
      proactive: [
        { id: "target-day", per: "target", max: 1000, every: "day" },
        { id: "target-minute", per: "target", max: 20, every: "minute" },
        { id: "bot-second-certified", per: "bot", max: 10, every: "second", certified: true },
        { id: "bot-second", per: "bot", max: 5, every: "second", certified: false },
        { id: "bot-minute", per: "bot", max: 30, every: "minute", certified: false },
      ],
      reply: { minutes: 60, times: 4 },
      wakeup: [0, 3, 7, 30],
    },
    group: {
      proactive: [
        { id: "target-day", per: "target", max: 1000, every: "day" },
        { id: "target-minute", per: "target", max: 20, every: "minute" },
        { id: "bot-minute-certified", per: "bot", max: 60, every: "minute", certified: true },
        { id: "bot-minute", per: "bot", max: 30, every: "minute", certified: false },
      ],
      reply: { minutes: 5, times: 5 },
    },
    channel,
    dm,
  },
} as const satisfies Record<string, Limits>;

export type PresetName = keyof typeof presets;

/**
 * IANA zone in which QQ reckons a preset's days and months. QQ documents neither zone nor reckoning: Shanghai is this
 * project's reading, and QQ's refusal corrects it.
 */
export const quotaZones = {
  published: "Asia/Shanghai",
  "2026": "Asia/Shanghai",
} as const satisfies Record<PresetName, string>;
