import { expect, it } from "vitest";
import { day, hour, minute } from "../../../lib/base/time.ts";
import { auditPatience } from "../../../lib/model/audit.ts";
import type { Delivery } from "../../../lib/model/delivery.ts";
import { type Held, heldReasons } from "../../../lib/model/held.ts";
import { presets } from "../../../lib/model/limits.ts";
import { emptyQuota } from "../../../lib/model/quota.ts";
import type { RoutePolicy } from "../../../lib/model/route.ts";
import type { Standing, TargetState } from "../../../lib/model/standing.ts";
import type { ReplyWindow } from "../../../lib/model/window.ts";
import { unpairedTarget } from "../../../lib/model/unpaired.ts";
import { heldBy } from "../../../lib/policy/plan/held.ts";
import { resolvePolicy } from "../../../lib/policy/plan/plan-rules.ts";
import { delivery, group, noon, notice } from "../../support/build.ts";

const zone = "Asia/Shanghai";
const december = Date.parse("2026-12-01T00:00:00+08:00");
const evening = Date.parse("2026-11-21T18:00:00+08:00");

type Known = {
  readonly is?: Partial<Delivery>;
  readonly state?: TargetState;
  readonly used?: number;
  readonly policy?: RoutePolicy;
  readonly openUntil?: number;
  readonly window?: Partial<ReplyWindow>;
  readonly others?: readonly Delivery[];
};

const anchor = { kind: "msg", id: "m" } as const;

function heldOf({
  is,
  state = {},
  used = 0,
  policy = {},
  openUntil = 0,
  window,
  others = [],
}: Known): Held | undefined {
  const one = delivery(is);
  const standing: Standing = {
    target: group,
    deliveries: [...others, one],
    windows: window
      ? [{ anchor, openedAt: noon - minute, closesAt: noon + 4 * minute, times: 5, used: 0, ...window }]
      : [],
    quota: { ...emptyQuota, used: { "target-month@2026-11": used } },
    state,
  };
  const rules = {
    limits: presets.published.group,
    policyOf: () => resolvePolicy({ policy: { proactive: "always", ...policy } }),
    quotaZone: zone,
    timeZone: zone,
    shortestWait: hour,
  };
  return heldBy(standing, { openUntil }, rules, noon)(one);
}

const later = noon + hour;
const keyed = { notice: notice({ key: "disk" }) };

const rows: readonly (readonly [what: string, known: Known, held: Held | undefined])[] = [
  ["nothing", {}, undefined],
  ["the month's pushes are used up", { used: 4 }, { reason: "quota", until: december }],
  [
    "the last one is kept for critical ones",
    { used: 3, policy: { reserve: 1 } },
    { reason: "reserve", until: december },
  ],
  [
    "a critical one may have it",
    { used: 3, policy: { reserve: 1 }, is: { notice: notice({ level: "critical" }) } },
    undefined,
  ],
  ["a counter that others share", { state: { sharedClosedUntil: later } }, { reason: "shared-quota", until: later }],
  ["a turn that it waits for", { state: { sharedKeptUntil: later } }, { reason: "shared-quota", until: later }],
  [
    "nothing where others make way for it",
    { state: { sharedKeptUntil: later }, is: { notice: notice({ level: "critical" }) } },
    undefined,
  ],
  ["people asked for quiet", { state: { mutedUntil: later } }, { reason: "mute", until: later }],
  ["people muted its route", { state: { mutes: { ci: later } } }, { reason: "mute", until: later }],
  ["quiet hours", { policy: { quiet: { from: "11:00", to: "18:00" } } }, { reason: "quiet", until: evening }],
  ["a route that pushes nothing", { policy: { proactive: "never" } }, { reason: "quiet" }],
  ["the daily time", { policy: { digestAt: "18:00" } }, { reason: "digest-time", until: evening }],
  ["QQ's event against pushes", { state: { proactive: "denied" } }, { reason: "denied" }],
  ["QQ's refusal of pushes", { state: { deniedUntil: later } }, { reason: "denied", until: later }],
  ["the bot was removed", { state: { gone: true } }, { reason: "gone" }],
  ["QQ says there is no such group", { state: { goneUntil: later } }, { reason: "gone", until: later }],
  ["a retry", { is: { notBefore: later } }, { reason: "retry", until: later }],
  ["a pause after a try", { is: { attempts: 1 }, state: { dueAt: later } }, { reason: "retry", until: later }],
  ["the breaker", { openUntil: later }, { reason: "breaker", until: later }],
  ["an audit", { is: { state: "in-audit", last: { at: noon } } }, { reason: "audit", until: noon + auditPatience }],
  [
    "an older one of its thread",
    { is: keyed, others: [delivery({ ...keyed, notBefore: later })] },
    { reason: "retry", until: later },
  ],
  ["what ends last of several", { used: 4, state: { mutedUntil: later } }, { reason: "quota", until: december }],
  ["no quota where it can go as a reply", { used: 4, window: {}, state: { deniedUntil: later } }, undefined],
  ["a mute in an open window", { used: 4, window: {}, state: { mutedUntil: later } }, { reason: "mute", until: later }],
  [
    "the pace of rare pushes, where somebody spoke lately",
    { policy: { proactive: "auto" }, used: 1, state: { spokeAt: noon - hour } },
    { reason: "spread", until: noon - hour + 3 * day },
  ],
  [
    "the pace of rare pushes until the month's last tenth, where the last one is left",
    { policy: { proactive: "auto" }, used: 3 },
    { reason: "spread", until: december - 3 * day },
  ],
  [
    "nothing where it is critical",
    { policy: { proactive: "auto" }, used: 3, is: { notice: notice({ level: "critical" }) } },
    undefined,
  ],
  [
    "a month that is used up, and then by the pace of the next",
    { policy: { proactive: "auto" }, used: 4, state: { spokeAt: december - day } },
    { reason: "spread", until: december + 2 * day },
  ],
  [
    "the pace of a window's replies",
    { window: { used: 4 }, policy: { proactive: "auto" } },
    { reason: "spread", until: noon + 2 * minute },
  ],
  [
    "what a full digest told before",
    { state: { leftAt: noon - minute + 1000 }, is: { arrivedAt: noon - minute } },
    { reason: "spread", until: noon + hour - minute + 1000 },
  ],
  ["nothing once it is sent", { used: 4, is: { state: "sent" } }, undefined],
];

it.for(rows)("is held by %s", ([, known, held]) => expect(heldOf(known)).toEqual(held));

it("each of the names is some row's", () =>
  expect(new Set(rows.flatMap(([, , held]) => held?.reason ?? []))).toEqual(new Set(heldReasons)));

it("holds what waits for its route to be paired, until it is", () => {
  const target = unpairedTarget("group", "ci");
  const one = delivery({ target });
  const standing: Standing = { target, deliveries: [one], windows: [], quota: emptyQuota, state: {} };
  const rules = {
    limits: presets.published.group,
    policyOf: () => resolvePolicy({}),
    quotaZone: zone,
    timeZone: zone,
    shortestWait: hour,
  };
  expect(heldBy(standing, { openUntil: 0 }, rules, noon)(one)).toEqual({ reason: "gone" });
});
