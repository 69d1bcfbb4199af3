import { describe, expect, it } from "vitest";
import { day, hour, minute } from "../../../lib/base/time.ts";
import { presets } from "../../../lib/model/limits.ts";
import { emptyQuota } from "../../../lib/model/quota.ts";
import type { Route, RoutePolicy } from "../../../lib/model/route.ts";
import type { SceneName } from "../../../lib/model/scene.ts";
import { scarcityOf } from "../../../lib/model/scarcity.ts";
import type { Standing } from "../../../lib/model/standing.ts";
import { idleUntil, spreadUntil } from "../../../lib/policy/plan/idle.ts";
import { plan } from "../../../lib/policy/plan/plan.ts";
import {
  createKeepsPace,
  type PlanRules,
  resolvePolicies,
  resolvePolicy,
} from "../../../lib/policy/plan/plan-rules.ts";
import { delivery, group, noon, notice, replyWindow, standing } from "../../support/build.ts";

const zone = "Asia/Shanghai";
const month = "target-month@2026-11";
const today = "target-day@2026-11-21";

const at = (local: string): number => Date.parse(`${local}:00+08:00`);

const rulesOf = (scene: SceneName, policy: RoutePolicy = {}): PlanRules => ({
  limits: presets.published[scene],
  policyOf: () => resolvePolicy({ policy }),
  quotaZone: zone,
  timeZone: zone,
  shortestWait: resolvePolicy({ policy }).maxAge,
  keepsPace: () => true,
});

type Case = {
  readonly scene?: SceneName;
  readonly used?: number;
  readonly state?: Standing["state"];
  readonly policy?: RoutePolicy;
  readonly now?: number;
  readonly notices?: number;
};

/** Where an ordinary notice goes at once `now`, else the local time at which it will. */
function whenOf({ scene = "group", used = 0, state = {}, policy, now = noon }: Case): string {
  const counter = scene === "channel" || scene === "dm" ? today : month;
  const one = standing({
    target: { scene, id: "T" },
    deliveries: [delivery({ arrivedAt: now })],
    quota: used === 0 ? emptyQuota : { ...emptyQuota, used: { [counter]: used } },
    state,
  });
  const { sends, next } = plan(one, rulesOf(scene, policy), now);
  if (sends.length > 0) return "now";
  return new Date((next ?? 0) + 8 * hour).toISOString().slice(0, 16);
}

const lastTenth = "2026-11-28T00:00";

describe("by the month", () => {
  it.for<readonly [what: string, known: Case, when: string]>([
    ["the first push of a life goes at once", {}, "now"],
    ["also where somebody spoke just now", { state: { spokeAt: noon } }, "now"],
    [
      "the second waits for the middle of the month, where nobody speaks",
      { used: 1, now: at("2026-11-05T12:00") },
      "2026-11-16T00:00",
    ],
    ["and goes by then", { used: 1, now: at("2026-11-16T00:00") }, "now"],
    [
      "and not within an even share of the month after something was told",
      { used: 1, state: { toldAt: at("2026-11-16T00:00") }, now: at("2026-11-16T00:00") },
      "2026-11-23T12:00",
    ],
    ["the third waits for the last quarter", { used: 2 }, "2026-11-23T12:00"],
    ["the last one for the last tenth", { used: 3 }, lastTenth],
    ["after somebody spoke, none for three days", { used: 1, state: { spokeAt: noon } }, "2026-11-24T12:00"],
    [
      "none until the last tenth, where they speak on",
      { used: 1, state: { spokeAt: at("2026-11-26T12:00") }, now: at("2026-11-26T12:00") },
      lastTenth,
    ],
    [
      "in the last tenth whatever is left",
      { used: 3, state: { spokeAt: at("2026-11-28T00:00") }, now: at("2026-11-28T00:00") },
      "now",
    ],
    [
      "a used up month waits for the next, where nobody speaks",
      { used: 4, state: { toldAt: at("2026-11-02T12:00") } },
      "2026-12-01T00:00",
    ],
    [
      "and for three days of silence, where somebody spoke",
      { used: 4, state: { spokeAt: at("2026-11-30T12:00") }, now: at("2026-11-30T13:00") },
      "2026-12-03T12:00",
    ],
    [
      "always asks none of this",
      { used: 3, state: { spokeAt: noon, toldAt: noon }, policy: { proactive: "always" } },
      "now",
    ],
    [
      "a reserve is kept to the end",
      { used: 3, policy: { reserve: 1 }, now: at("2026-11-29T12:00") },
      "2026-12-01T00:00",
    ],
    ["quiet hours come after it", { used: 3, policy: { quiet: { from: "23:00", to: "08:00" } } }, "2026-11-28T08:00"],
    [
      "a daily digest keeps its time",
      { used: 1, state: { spokeAt: noon }, policy: { digestAt: "18:00" } },
      "2026-11-21T18:00",
    ],
    ["but leaves the last one for a critical", { used: 3, policy: { digestAt: "18:00" }, now: noon }, lastTenth],
  ])("%s", ([, known, when]) => expect(whenOf(known)).toBe(when));
});

describe("by the day", () => {
  it.for<readonly [what: string, known: Case, when: string]>([
    ["the tenth of twenty goes at once", { scene: "channel", used: 9, now: at("2026-11-21T00:00") }, "now"],
    [
      "the twelfth when a tenth of the day is gone",
      { scene: "channel", used: 11, now: at("2026-11-21T00:00") },
      "2026-11-21T04:48",
    ],
    ["the last one in the evening", { scene: "channel", used: 19 }, "2026-11-21T21:36"],
    ["one of two at once, whoever spoke", { scene: "dm", state: { spokeAt: noon, toldAt: noon } }, "now"],
    ["the other one in the evening", { scene: "dm", used: 1 }, "2026-11-21T21:36"],
    [
      "where quiet hours leave the evening out, in the morning",
      { scene: "dm", used: 1, policy: { quiet: { from: "21:00", to: "08:00" } } },
      "2026-11-22T08:00",
    ],
  ])("%s", ([, known, when]) => expect(whenOf(known)).toBe(when));
});

it("hours that leave no moment of the pace out of them count for more: nothing waits for ever", () => {
  const [rule] = presets.published.dm.proactive;
  const limits = { ...presets.published.dm, proactive: [{ ...rule, max: 1 }] };
  const rules = { ...rulesOf("dm", { quiet: { from: "21:00", to: "08:00" } }), limits };
  const one = standing({ target: { scene: "dm", id: "T" }, deliveries: [delivery({ arrivedAt: noon })] });
  expect(plan(one, rules, noon).sends).toHaveLength(1);
});

it.for([
  [4, "month", "rare"],
  [30, "month", "rare"],
  [31, "month", "scarce"],
  [2, "day", "scarce"],
  [99, "day", "scarce"],
  [100, "day", "ample"],
  [1_000, "day", "ample"],
] as const)("%i a %s are %s", ([max, every, scarcity]) => expect(scarcityOf({ max, every })).toBe(scarcity));

describe("what waits", () => {
  const spent = (count: number) => ({ ...emptyQuota, used: { [month]: count } });
  const critical = () => delivery({ notice: notice({ level: "critical" }) });

  it("goes with what is critical, which goes at once, even by the last push", () => {
    const [chat, alarm] = [delivery({ arrivedAt: noon - day }), critical()];
    const { sends } = plan(standing({ deliveries: [chat, alarm], quota: spent(3) }), rulesOf("group"), noon);
    expect(sends).toMatchObject([{ deliveries: [{ id: alarm.id }, { id: chat.id }], last: true }]);
  });

  it("goes in one message where pushes are rare, though it came at once", () => {
    const { sends } = plan(standing({ deliveries: [delivery(), delivery(), critical()] }), rulesOf("c2c"), noon);
    expect(sends.map(({ deliveries, first }) => [deliveries.length, first])).toEqual([[3, true]]);
  });

  it("goes by a bubble each where the day's pushes are free, and together where they are not", () => {
    const target = { scene: "channel", id: "T" } as const;
    const three = [1, 2, 3].map(() => delivery({ target }));
    const sizes = (used: number) => {
      const at = standing({ target, deliveries: three, quota: { ...emptyQuota, used: { [today]: used } } });
      return plan(at, rulesOf("channel"), noon).sends.map(({ deliveries }) => deliveries.length);
    };
    expect(sizes(0)).toEqual([1, 1, 1]);
    // Half of the day is gone, and so may be fifteen.
    expect([sizes(12), sizes(13)]).toEqual([[1, 1, 1], [3]]);
  });

  it("of more than one message tells, the rest waits an hour, or goes with what is new", () => {
    const [old, fresh] = [delivery({ arrivedAt: noon - day }), delivery({ arrivedAt: noon })];
    const rules = rulesOf("group", { proactive: "always" });
    const after = standing({ deliveries: [old], state: { toldAt: noon - minute, leftAt: noon - minute } });
    expect(plan(after, rules, noon)).toMatchObject({ sends: [], next: noon - minute + hour });
    expect(plan(after, rules, noon - minute + hour).sends).toHaveLength(1);
    const { sends } = plan({ ...after, deliveries: [old, fresh] }, rules, noon);
    expect(sends.map(({ deliveries }) => deliveries.length)).toEqual([2]);
    const crowd = Array.from({ length: 201 }, () => delivery({ arrivedAt: noon - day }));
    expect(plan(standing({ deliveries: crowd }), rules, noon).sends).toMatchObject([{ leaves: true }]);
  });

  it("is told again at once, where the push that told it went wrong", () => {
    const again = delivery({ attempts: 1, notBefore: noon });
    expect(plan(standing({ deliveries: [again], quota: spent(3) }), rulesOf("group"), noon).sends).toHaveLength(1);
  });

  it("waits for a paced reply rather than spend a push that has to be spared; where pushes are ample it is pushed", () => {
    const window = replyWindow({ openedAt: noon, closesAt: noon + 5 * minute, used: 2 });
    const one = standing({ deliveries: [delivery({ arrivedAt: noon })], windows: [window] });
    expect(plan(one, rulesOf("group"), noon)).toMatchObject({ sends: [], next: noon + 54_000 });
    expect(plan(one, rulesOf("group", { proactive: "always" }), noon).sends).toEqual([]);
    const ample = { ...rulesOf("group"), limits: presets["2026"].group };
    expect(plan(one, ample, noon).sends).toMatchObject([{ by: { kind: "proactive" } }]);
    const alarm = { ...one, deliveries: [...one.deliveries, critical()] };
    expect(plan(alarm, rulesOf("group"), noon).sends).toMatchObject([
      { by: { kind: "reply" }, deliveries: [alarm.deliveries[1], alarm.deliveries[0]] },
    ]);
  });
});

describe("what is known without loading anything", () => {
  const known = { state: { toldAt: noon - hour }, quota: { ...emptyQuota, used: { [month]: 1 } }, windowsUntil: 0 };
  const rules = rulesOf("group");

  it("is until when only what is critical goes", () => {
    expect(idleUntil(known, rules, noon)).toBeUndefined();
    expect(spreadUntil(group, known, rules, noon)).toBe(at(lastTenth));
    expect(spreadUntil(group, known, rules, at(lastTenth))).toBeUndefined();
  });

  it("is nothing where a route does not keep to the pace", () => {
    expect(spreadUntil(group, known, { ...rules, keepsPace: () => false }, noon)).toBeUndefined();
  });

  it.for([
    ["a window that may be open", { ...known, windowsUntil: noon + 1 }],
    ["a moment that has come", { ...known, state: { ...known.state, dueAt: noon } }],
    ["a life without a push", { ...known, quota: emptyQuota }],
  ] as const)("is nothing with %s", ([, item]) => expect(spreadUntil(group, item, rules, noon)).toBeUndefined());

  it.for<readonly [RoutePolicy, boolean]>([
    [{}, true],
    [{ proactive: "critical" }, true],
    [{ proactive: "never" }, true],
    [{ quiet: { from: "23:00", to: "08:00" } }, true],
    [{ proactive: "always" }, false],
    [{ digestAt: "09:00" }, false],
  ])("of a route with %j: %s", ([policy, is]) => {
    const to = (ids: Route["to"]): Route => ({ scene: "group", source: "generic", open: true, to: ids, policy });
    const paced: Route = { ...to(["G1", "G2"]), policy: {} };
    const keepsPace = createKeepsPace("group", { paced, other: to(["G1"]) });
    expect([keepsPace(group), keepsPace({ ...group, id: "G2" })]).toEqual([is, true]);
    expect(createKeepsPace("group", { paced, other: to("bound") })({ ...group, id: "G2" })).toBe(is);
    expect(createKeepsPace("c2c", { other: to(["G1"]) })({ scene: "c2c", id: "G1" })).toBe(true);
  });
});

describe("under limits that QQ has to show", () => {
  const one = standing({ deliveries: [delivery()], quota: { ...emptyQuota, used: { [month]: 4 } } });

  it("what waits goes when a push may ask for more", () => {
    const rules = { ...rulesOf("group"), asksFrom: noon + hour };
    expect(plan(one, rules, noon)).toMatchObject({ sends: [], next: noon + hour });
    const asking = { ...rules, limits: presets["2026"].group, asks: true as const };
    expect(plan(one, asking, noon + hour).sends).toHaveLength(1);
  });

  it("what is only tallied holds nothing", () => {
    const tallied = presets.published.group.proactive.map((rule) => ({ ...rule, tallied: true as const }));
    const limits = { ...presets["2026"].group, proactive: [...presets["2026"].group.proactive, ...tallied] };
    expect(plan(one, { ...rulesOf("group"), limits }, noon).sends).toHaveLength(1);
  });
});

it("auto is what a route does that says nothing", () => expect(resolvePolicies({})("gone").proactive).toBe("auto"));
