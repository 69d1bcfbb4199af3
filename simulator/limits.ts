import type { SceneName } from "./scene.ts";
import type { Every } from "./shanghai.ts";

/** One counted limit, and what QQ answers when it is used up. `distinct` counts targets instead of sends. */
export type Rule = {
  readonly id: string;
  readonly of: "proactive" | "all";
  readonly per: "target" | "guild" | "bot";
  readonly distinct?: true;
  readonly max: number | null;
  readonly every: Every;
  /** Holds only for bots of this certification. */
  readonly certified?: boolean;
  readonly refusal: { readonly code: number; readonly status?: number };
};

export type SceneLimits = {
  readonly rules: readonly Rule[];
  /** `times: null` = QQ states no count. */
  readonly reply: { readonly minutes: number; readonly times: number | null };
  readonly wakeup?: true;
};

export type Limits = Readonly<Record<SceneName, SceneLimits>>;

const monthly: Rule = {
  id: "target-month",
  of: "proactive",
  per: "target",
  max: 4,
  every: "month",
  refusal: { code: 22009 },
};

const rate = { of: "proactive", refusal: { code: 40034100 } } as const;

/** The interface's own ceiling; which code comes with HTTP 429 is undocumented. */
const interfaceRate: Rule = {
  id: "interface-second",
  of: "all",
  per: "bot",
  max: 100,
  every: "second",
  refusal: { code: 40034100, status: 429 },
};

const channel: SceneLimits = {
  rules: [
    { id: "target-day", of: "proactive", per: "target", max: 20, every: "day", refusal: { code: 304045 } },
    {
      id: "guild-channels-day",
      of: "proactive",
      per: "guild",
      distinct: true,
      max: 2,
      every: "day",
      refusal: { code: 304047 },
    },
    { id: "target-second", of: "all", per: "target", max: 5, every: "second", refusal: { code: 20028 } },
  ],
  reply: { minutes: 5, times: null },
};

const dm: SceneLimits = {
  rules: [
    { id: "target-day", of: "proactive", per: "target", max: 2, every: "day", refusal: { code: 304049 } },
    { id: "bot-day", of: "proactive", per: "bot", max: 200, every: "day", refusal: { code: 304050 } },
  ],
  reply: { minutes: 5, times: null },
};

/** What QQ's documents say it allows: the send pages until 2025, and the overview page of 2026-07-21. */
export const presets: Readonly<Record<"published" | "2026", Limits>> = {
  published: {
    c2c: { rules: [monthly], reply: { minutes: 60, times: 5 } },
    group: { rules: [monthly], reply: { minutes: 5, times: 5 } },
    channel,
    dm,
  },
  "2026": {
    c2c: {
      rules: [
        { id: "target-day", per: "target", max: 1000, every: "day", ...rate },
        { id: "target-minute", per: "target", max: 20, every: "minute", ...rate },
        { id: "bot-second-certified", per: "bot", max: 10, every: "second", certified: true, ...rate },
        { id: "bot-second", per: "bot", max: 5, every: "second", certified: false, ...rate },
        { id: "bot-minute", per: "bot", max: 30, every: "minute", certified: false, ...rate },
        interfaceRate,
      ],
      reply: { minutes: 60, times: 4 },
      wakeup: true,
    },
    group: {
      rules: [
        { id: "target-day", per: "target", max: 1000, every: "day", ...rate },
        { id: "target-minute", per: "target", max: 20, every: "minute", ...rate },
        { id: "bot-minute-certified", per: "bot", max: 60, every: "minute", certified: true, ...rate },
        { id: "bot-minute", per: "bot", max: 30, every: "minute", certified: false, ...rate },
        interfaceRate,
      ],
      reply: { minutes: 5, times: 5 },
    },
    channel,
    dm,
  },
};
