import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../lib/model/delivery.ts";
import type { Notice } from "../../../lib/model/notice.ts";
import { presets } from "../../../lib/model/limits.ts";
import { emptyQuota } from "../../../lib/model/quota.ts";
import type { RoutePolicy } from "../../../lib/model/route.ts";
import type { Standing } from "../../../lib/model/standing.ts";
import { plan } from "../../../lib/policy/plan/plan.ts";
import { type PlanRules, resolvePolicy } from "../../../lib/policy/plan/plan-rules.ts";
import { delivery, noon, notice, replyWindow, standing } from "../../support/build.ts";

const day = 86_400_000;
const nextMonth = Date.parse("2026-12-01T00:00:00+08:00");

const rules = (policy: RoutePolicy = {}, more: Partial<PlanRules> = {}): PlanRules => ({
  limits: presets.published.group,
  policyOf: () => resolvePolicy({ policy: { proactive: "always", ...policy } }),
  quotaZone: "Asia/Shanghai",
  timeZone: "Asia/Shanghai",
  shortestWait: resolvePolicy({ policy }).maxAge,
  ...more,
});

const repliesOnlyLimits = {
  ...presets.published.group,
  proactive: presets.published.group.proactive.map((rule) => ({ ...rule, max: 0 })),
};

const used = (count: number) => ({ ...emptyQuota, used: { "target-month@2026-11": count } });

/** A window whose last reply is kept no longer: it closes so soon that the sweep might be late for what waits. */
const lastReply = replyWindow({ used: 4, closesAt: noon + 60_000 });

const many = (count: number, more: Partial<Delivery> = {}) => Array.from({ length: count }, () => delivery(more));

/** A plan in one line: what each send goes out by, what is finished how, and when to look again. */
const told = (at: Standing, by: PlanRules = rules(), now = noon) => {
  const { sends, finish, next } = plan(at, by, now);
  return {
    sends: sends.map((send) => `${send.deliveries.map((each) => each.id).join("+")} ${send.by.kind}`),
    ...(finish.length > 0 && { finish: finish.map((each) => `${each.delivery.id} ${each.state}`) }),
    ...(next !== undefined && { next: new Date(next + 8 * 3_600_000).toISOString().slice(0, 16) }),
  };
};

describe("plan", () => {
  it("sends nothing for nothing", () => {
    expect(plan(standing(), rules(), noon)).toEqual({ finish: [], sends: [], spills: [] });
  });

  it("spends quota while there is some, then holds until the new month", () => {
    const [a, b, c] = many(3);
    const at = standing({ deliveries: [a, b, c].filter((each) => each !== undefined), quota: used(2) });
    expect(told(at)).toEqual({ sends: [`${a?.id} proactive`, `${b?.id} proactive`], next: "2026-12-01T00:00" });
  });

  it("forgets last month's counter when the month turns", () => {
    const one = delivery();
    const at = standing({ deliveries: [one], quota: used(4) });
    expect(told(at, rules(), nextMonth - 1).sends).toEqual([]);
    expect(told(at, rules(), nextMonth).sends).toEqual([`${one.id} proactive`]);
  });

  it("uses reply windows before quota, the one that closes soonest first", () => {
    const [a, b] = many(2);
    const soon = replyWindow({ anchor: { kind: "event", id: "E" }, closesAt: noon + 60_000, used: 4 });
    const later = replyWindow();
    const at = standing({ deliveries: [a, b].filter((each) => each !== undefined), windows: [later, soon] });
    const { sends } = plan(at, rules(), noon);
    expect(sends.map((send) => (send.by.kind === "reply" ? send.by.anchor.id : send.by.kind))).toEqual(["E", "M1"]);
  });

  it("sends a window's fifth reply and does not try the sixth", () => {
    const fifth = standing({ deliveries: many(1), windows: [lastReply], quota: used(4) });
    expect(plan(fifth, rules(), noon).sends).toHaveLength(1);
    const sixth = standing({ deliveries: many(1), windows: [replyWindow({ used: 5 })], quota: used(4) });
    expect(plan(sixth, rules(), noon).sends).toEqual([]);
  });

  it("tells two by a bubble each, and more together, so that the window has replies left", () => {
    const two = standing({ deliveries: many(2), windows: [replyWindow()] });
    expect(plan(two, rules(), noon).sends).toHaveLength(2);
    const three = standing({ deliveries: many(3), windows: [replyWindow()] });
    expect(plan(three, rules(), noon).sends.map((send) => send.deliveries.length)).toEqual([3]);
    const oneLeft = standing({ deliveries: many(2), windows: [lastReply] });
    expect(plan(oneLeft, rules(), noon).sends.map((send) => send.deliveries.length)).toEqual([2]);
  });

  it("tells the severest first, then the oldest, and at most two hundred in one message", () => {
    const info = many(2);
    const error = delivery({ notice: notice({ level: "error" }) });
    const at = standing({ deliveries: [...info, error], windows: [replyWindow()] });
    expect(plan(at, rules(), noon).sends[0]?.deliveries).toEqual([error, ...info]);
    const crowd = standing({ deliveries: many(450), windows: [replyWindow()] });
    expect(plan(crowd, rules(), noon).sends.map((send) => send.deliveries.length)).toEqual([200, 200, 50]);
  });

  it("leaves a window alone in its last half minute", () => {
    const at = standing({ deliveries: many(1), windows: [replyWindow({ closesAt: noon + 30_000 })], quota: used(4) });
    expect(told(at).sends).toEqual([]);
  });

  it("replies without count where QQ states none", () => {
    const target = { scene: "channel", id: "1" } as const;
    const { times: _times, ...open } = replyWindow();
    const at = standing({ target, deliveries: many(2, { target }), windows: [{ ...open, used: 99 }] });
    expect(plan(at, rules({}, { limits: presets.published.channel }), noon).sends).toHaveLength(2);
  });

  it("prefers the severest when not all can go, and tells the chosen in order of arrival", () => {
    const info = delivery();
    const error = delivery({ notice: notice({ level: "error" }) });
    const critical = delivery({ notice: notice({ level: "critical" }) });
    const at = standing({ deliveries: [info, error, critical], quota: used(2) });
    expect(told(at).sends).toEqual([`${error.id} proactive`, `${critical.id} proactive`]);
  });

  it("keeps the route's reserve for critical notices", () => {
    const info = delivery();
    const critical = delivery({ notice: notice({ level: "critical" }) });
    const at = standing({ deliveries: [info, critical], quota: used(3) });
    expect(told(at, rules({ reserve: 1 }))).toEqual({ sends: [`${critical.id} proactive`], next: "2026-12-01T00:00" });
  });

  it("never lets a severe notice overtake an older one of its thread", () => {
    const older = delivery({ notice: notice({ key: "issue/1" }) });
    const newer = delivery({ notice: notice({ key: "issue/1", level: "critical" }) });
    const at = standing({ deliveries: [older, newer], quota: used(3) });
    expect(told(at, rules({ reserve: 1 })).sends).toEqual([`${older.id} proactive`]);
  });

  it("holds a thread behind its delivery that waits for a retry", () => {
    const older = delivery({ notice: notice({ key: "issue/1" }), notBefore: noon + 60_000 });
    const newer = delivery({ notice: notice({ key: "issue/1" }) });
    const other = delivery();
    const at = standing({ deliveries: [older, newer, other] });
    expect(told(at)).toEqual({ sends: [`${other.id} proactive`], next: "2026-11-21T12:01" });
  });

  it("lets a window that opened after a refused try bring what waits for another, and no push", () => {
    const [waiting, kept] = [{ notBefore: noon + 3_600_000, waitsFrom: noon - 90_000 }, noon - 60_000];
    const [one, two] = many(2, waiting);
    const deliveries = [one, two].filter((each) => each !== undefined);
    const at = standing({ deliveries, windows: [lastReply] });
    expect(told(at).sends).toEqual([`${one?.id}+${two?.id} reply`]);
    expect(told({ ...at, windows: [replyWindow({ used: 5 })] })).toEqual({ sends: [], next: "2026-11-21T13:00" });
    const known = deliveries.map((each) => ({ ...each, waitsFrom: kept }));
    expect(told({ ...at, deliveries: known })).toEqual({ sends: [], next: "2026-11-21T13:00" });
  });

  it("folds into a newer notice that says it all, and never one that does not", () => {
    const firing = delivery({ notice: notice({ key: "a", replaces: true }) });
    const resolved = delivery({ notice: notice({ key: "a", replaces: true, resolved: true }) });
    const push = delivery({ notice: notice({ key: "main" }) });
    const push2 = delivery({ notice: notice({ key: "main" }) });
    const at = standing({ deliveries: [firing, push, resolved, push2] });
    expect(told(at)).toEqual({
      sends: [`${push.id} proactive`, `${resolved.id} proactive`, `${push2.id} proactive`],
      finish: [`${firing.id} folded`],
    });
  });

  describe("of a key that two clusters share", () => {
    const of = (open: readonly string[], closed: readonly string[]) =>
      delivery({ notice: notice({ key: "a", replaces: true, parts: { open, closed } }) });
    const folds = (...deliveries: Delivery[]) =>
      plan(standing({ deliveries }), rules(), noon).finish.map(({ delivery, into }) => [
        deliveries.findIndex(({ id }) => id === delivery.id),
        deliveries.findIndex(({ id }) => id === into?.id),
      ]);

    it.each<[string, (readonly string[])[][], number[][]]>([
      [
        "what ended elsewhere leaves what fires here",
        [
          [["eu"], []],
          [[], ["us"]],
        ],
        [],
      ],
      [
        "what fires elsewhere too",
        [
          [["eu"], []],
          [["us"], []],
        ],
        [],
      ],
      [
        "the same cluster's end folds its beginning",
        [
          [["eu"], []],
          [[], ["eu"]],
        ],
        [[0, 1]],
      ],
      [
        "a group that grew folds the smaller one",
        [
          [["a"], []],
          [["a", "b"], []],
        ],
        [[0, 1]],
      ],
      [
        "a group that shrank without saying so does not",
        [
          [["a", "b"], []],
          [["a"], []],
        ],
        [],
      ],
      [
        "what ended before is not asked for again",
        [
          [["a"], ["b"]],
          [["a"], []],
        ],
        [[0, 1]],
      ],
      [
        "an alert that came and went between two of the group is followed",
        [
          [["a"], []],
          [["b"], ["a"]],
          [[], ["b"]],
        ],
        [
          [1, 2],
          [0, 2],
        ],
      ],
      [
        "each cluster has its own newest",
        [
          [["eu"], []],
          [["us"], []],
          [[], ["eu"]],
          [[], ["us"]],
        ],
        [
          [1, 3],
          [0, 2],
        ],
      ],
    ])("%s", (_, all, expected) => {
      expect(folds(...all.map(([open = [], closed = []]) => of(open, closed)))).toEqual(expected);
    });
  });

  it("does not fold over routes", () => {
    const one = delivery({ notice: notice({ key: "a", replaces: true }) });
    const two = delivery({ route: "other", notice: notice({ key: "a", replaces: true }) });
    expect(told(standing({ deliveries: [one, two] })).sends).toHaveLength(2);
  });

  it("lets what is too old expire, and looks again when the next one will be", () => {
    const old = delivery({ arrivedAt: noon - day });
    const fresh = delivery({ arrivedAt: noon - day + 60_000 });
    const by = rules({ maxAge: "1d" });
    const at = standing({ deliveries: [old, fresh], quota: used(4) });
    expect(told(at, by)).toEqual({ sends: [], finish: [`${old.id} expired`], next: "2026-11-21T12:01" });
  });

  it.each([
    ["gone", { gone: true } as const, undefined],
    ["muted", { mutedUntil: noon + 3_600_000 }, "2026-11-21T13:00"],
  ])("holds everything while the target is %s", (_, state, next) => {
    const at = standing({ deliveries: many(2), windows: [replyWindow()], state });
    const result = told(at);
    expect(result.sends).toEqual([]);
    if (next) expect(result.next).toBe(next);
  });

  it.each([
    ["the target denies them", { state: { proactive: "denied" } } as const, rules()],
    ["the settings allow replies only", {}, rules({}, { limits: repliesOnlyLimits })],
    ["the route never pushes", {}, rules({ proactive: "never" })],
    ["the route pushes only what is critical", {}, rules({ proactive: "critical" })],
  ])("makes no proactive attempt where %s, and still replies", (_, more, by) => {
    expect(plan(standing({ deliveries: many(1), ...more }), by, noon).sends).toEqual([]);
    const open = standing({ deliveries: many(1), windows: [replyWindow()], ...more });
    expect(plan(open, by, noon).sends).toMatchObject([{ by: { kind: "reply" } }]);
  });

  it.each([
    ["denied", { deniedTimes: 1, deniedUntil: noon + 3_600_000 }],
    ["gone", { goneTimes: 2, goneUntil: noon + 3_600_000 }],
  ])("pushes nothing while QQ's refusal as %s is believed, then one notice, the most urgent", (_, state) => {
    const [info, error, other] = [delivery(), delivery({ notice: notice({ level: "error" }) }), delivery()];
    const at = standing({ deliveries: [info, error, other], state });
    expect(told(at)).toEqual({ sends: [], next: "2026-11-21T13:00" });
    expect(told(at, rules(), noon + 3_600_000)).toEqual({
      sends: [`${error.id} proactive`],
      next: "2026-11-21T13:00",
    });
    const open = { ...at, windows: [replyWindow()] };
    expect(told(open).sends).toEqual([`${[error, info, other].map(({ id }) => id).join("+")} reply`]);
  });

  it("waits for a counter that targets share, and for a rule that QQ closed", () => {
    const shared = standing({ deliveries: many(1), state: { sharedClosedUntil: noon + 3_600_000 } });
    expect(told(shared)).toEqual({ sends: [], next: "2026-11-21T13:00" });
    const closed = { ...emptyQuota, closed: { "target-month": noon + 7_200_000 } };
    expect(told(standing({ deliveries: many(1), quota: closed }))).toEqual({ sends: [], next: "2026-11-21T14:00" });
  });

  it("holds to a sliding minute", () => {
    const minute = presets["2026"].group;
    const recent = Array.from({ length: 19 }, (_, at) => ({ kind: "ended", at: noon - 30_000 + at }) as const);
    const quota = { ...emptyQuota, recent: { "target-minute": recent } };
    const at = standing({ deliveries: many(3), quota });
    const { sends, next } = plan(at, rules({}, { limits: minute }), noon);
    expect(sends).toHaveLength(1);
    expect(next).toBe(noon + 30_000);
  });

  it("sends a refused reply again under the seq it kept, while its window is open", () => {
    const permit = { kind: "reply", anchor: { kind: "msg", id: "M1" }, seq: 2 } as const;
    const one = delivery({ permit, attempts: 1 });
    const full = replyWindow({ used: 5 });
    const { sends } = plan(standing({ deliveries: [one], windows: [full], quota: used(4) }), rules(), noon);
    expect(sends).toMatchObject([{ by: { kind: "reply", seq: 2 } }]);
    expect(told(standing({ deliveries: [one], quota: used(4) })).sends).toEqual([]);
  });

  it("tells what was held in one message, and a fresh burst by a bubble each", () => {
    const fresh = many(3);
    expect(plan(standing({ deliveries: fresh }), rules(), noon).sends).toHaveLength(3);
    const held = [delivery({ arrivedAt: noon - day }), ...fresh];
    expect(plan(standing({ deliveries: held }), rules(), noon).sends.map((send) => send.deliveries.length)).toEqual([
      4,
    ]);
  });

  it("says in the period's last proactive message that the rest will wait", () => {
    const lasts = (at: Standing, by = rules()) => plan(at, by, noon).sends.map((send) => send.last ?? false);
    expect(lasts(standing({ deliveries: many(3), quota: used(2) }))).toEqual([false, true]);
    expect(lasts(standing({ deliveries: many(1), quota: used(2) }))).toEqual([false]);
    expect(lasts(standing({ deliveries: many(2), quota: used(2) }), rules({ reserve: 1 }))).toEqual([true]);
    const windowed = standing({ deliveries: many(1), windows: [replyWindow()], quota: used(3) });
    expect(lasts(windowed)).toEqual([false]);
  });

  it("waits for the daily digest time, but not with what is critical, nor with replies", () => {
    const by = rules({ digestAt: "18:00" });
    const [a, b] = [delivery(), delivery()];
    const critical = delivery({ notice: notice({ level: "critical" }) });
    const at = standing({ deliveries: [a, b, critical] });
    expect(told(at, by)).toEqual({ sends: [`${critical.id} proactive`], next: "2026-11-21T18:00" });
    const evening = Date.parse("2026-11-21T18:00:00+08:00");
    expect(told(standing({ deliveries: [a, b] }), by, evening).sends).toEqual([`${a.id}+${b.id} proactive`]);
    expect(told(standing({ deliveries: [a], windows: [replyWindow()] }), by).sends).toEqual([`${a.id} reply`]);
  });

  it.each([
    ["2026-11-21T22:59:59+08:00", 1],
    ["2026-11-21T23:00:00+08:00", 0],
    ["2026-11-22T07:59:59+08:00", 0],
    ["2026-11-22T08:00:00+08:00", 1],
  ])("keeps quiet from 23:00 to 08:00: at %s it sends %d", (time, count) => {
    const now = Date.parse(time);
    const by = rules({ quiet: { from: "23:00", to: "08:00" } });
    const { sends, next } = plan(standing({ deliveries: [delivery({ arrivedAt: now })] }), by, now);
    expect(sends).toHaveLength(count);
    if (count === 0) expect(next).toBe(Date.parse("2026-11-22T08:00:00+08:00"));
  });

  it("passes on what waited too long, once, and not what people muted", () => {
    const by = rules({ proactive: "never", spill: { to: "other", after: "2h" } });
    const old = delivery({ arrivedAt: noon - 7_200_000 });
    const fresh = delivery({ arrivedAt: noon });
    const { spills, next } = plan(standing({ deliveries: [old, fresh] }), by, noon);
    expect(spills).toEqual([{ delivery: old, to: "other" }]);
    expect(next).toBe(noon + 7_200_000);
    expect(plan(standing({ deliveries: [{ ...old, spilled: true }] }), by, noon).spills).toEqual([]);
    const muted = { mutedUntil: noon + 1_000 };
    expect(plan(standing({ deliveries: [old], state: muted }), by, noon).spills).toEqual([]);
    expect(plan(standing({ deliveries: [old], state: { gone: true } }), by, noon).spills).toHaveLength(1);
  });

  it.each([
    ["a mute", { hushedUntil: noon + 60_000 }],
    ["a mute of its route", { mutes: { ci: noon + 60_000 } }],
  ])("lets what is critical pass %s, with what its thread told before", (_, state) => {
    const thread = { key: "disk" };
    const before = delivery({ notice: notice({ level: "error", ...thread }) });
    const critical = delivery({ notice: notice({ level: "critical", ...thread }) });
    const after = delivery({ notice: notice({ level: "info", ...thread }) });
    const other = delivery();
    const deliveries = [before, other, critical, after];
    expect(told(standing({ deliveries, state }))).toEqual({
      sends: [`${before.id} proactive`, `${critical.id} proactive`],
      next: "2026-11-21T12:01",
    });
    const all = { ...state, mutedUntil: noon + 30_000 };
    expect(plan(standing({ deliveries, state: all }), rules(), noon)).toMatchObject({ sends: [], next: noon + 30_000 });
  });

  it("passes on a muted route's critical notice alone", () => {
    const by = rules({ proactive: "never", spill: { to: "other", after: "2h" } });
    const arrivedAt = noon - 7_200_000;
    const critical = delivery({ arrivedAt, notice: notice({ level: "critical" }) });
    const deliveries = [delivery({ arrivedAt }), critical];
    const { spills } = plan(standing({ deliveries, state: { hushedUntil: noon + 1 } }), by, noon);
    expect(spills).toEqual([{ delivery: critical, to: "other" }]);
  });

  it("holds a muted route and lets the others go", () => {
    const muted = delivery();
    const other = delivery({ route: "other" });
    const state = { mutes: { ci: noon + 60_000 } };
    expect(told(standing({ deliveries: [muted, other], state }))).toEqual({
      sends: [`${other.id} proactive`],
      next: "2026-11-21T12:01",
    });
  });

  it("answers a command in its own window, with what is held in the same message, even while muted", () => {
    const anchor = { kind: "msg", id: "M2" } as const;
    const answer = delivery({ route: "~", answers: anchor });
    const held = many(2);
    const windows = [replyWindow(), replyWindow({ anchor })];
    const { sends } = plan(standing({ deliveries: [...held, answer], windows }), rules(), noon);
    expect(sends).toMatchObject([{ deliveries: [answer, ...held], by: { anchor } }]);
    const muted = standing({ deliveries: [...held, answer], windows, state: { mutedUntil: noon + 1 } });
    expect(plan(muted, rules(), noon).sends.map((send) => send.deliveries)).toEqual([[answer]]);
  });

  it("ends what a route held for a conversation that was unpaired from it, not what came later or by another", () => {
    const [held, other] = [delivery(), delivery({ route: "other" })];
    const later = delivery({ arrivedAt: noon - 1 });
    const state = { unbound: { ci: noon - 10_000 } };
    const { finish, sends } = plan(
      standing({ deliveries: [held, other, later], windows: [replyWindow()], state }),
      rules(),
      noon,
    );
    expect(finish).toEqual([{ delivery: held, state: "expired", note: "its route was unpaired from here" }]);
    expect(sends.flatMap((send) => send.deliveries)).toEqual(expect.arrayContaining([other, later]));
    expect(sends.flatMap((send) => send.deliveries)).not.toContain(held);
  });

  it("lets an answer expire with its window, never pushing it", () => {
    const answer = delivery({ answers: { kind: "msg", id: "M2" } });
    const at = standing({ deliveries: [answer], windows: [replyWindow()] });
    expect(told(at)).toEqual({ sends: [], finish: [`${answer.id} expired`] });
  });

  it("counts what was folded into a notice", () => {
    const flap = (title: string) => delivery({ notice: notice({ key: "a", replaces: true, title }) });
    const [a, b, c] = [flap("down"), { ...flap("up"), folded: 2 }, flap("down")];
    const { sends, finish } = plan(standing({ deliveries: [a, b, c] }), rules(), noon);
    expect(sends[0]?.deliveries).toMatchObject([{ id: c.id, folded: 4 }]);
    expect(finish.map((each) => [each.delivery.id, each.into?.id])).toEqual([
      [b.id, c.id],
      [a.id, c.id],
    ]);
  });

  it.each<[string, Partial<Notice>[], number | undefined]>([
    ["the same words again", [{ title: "down" }, { title: "down" }, { title: "down" }], undefined],
    [
      "other words for the same",
      [
        { title: "since 11:00", content: "x" },
        { title: "since yesterday", content: "x" },
      ],
      undefined,
    ],
    ["another content in the same words", [{ content: "x" }, { content: "y" }], 1],
    ["another value", [{ lines: ["91%"] }, { lines: ["95%"] }], 1],
    [
      "reminders between changes",
      [{ title: "down" }, { title: "down" }, { title: "up" }, { title: "up" }, { title: "down" }],
      2,
    ],
  ])("counts changes, not reminders: %s", (_, notices, folded) => {
    const deliveries = notices.map((more) => delivery({ notice: notice({ key: "a", replaces: true, ...more }) }));
    const { sends } = plan(standing({ deliveries }), rules(), noon);
    expect(sends.flatMap((send) => send.deliveries.map((each) => each.folded))).toEqual([folded]);
  });

  it("remembers how severe it was, what ended before it could be told, and tells it among the first", () => {
    const error = delivery({ notice: notice({ level: "error" }) });
    const firing = delivery({ notice: notice({ key: "a", replaces: true, level: "critical" }) });
    const info = delivery();
    const resolved = delivery({ notice: notice({ key: "a", replaces: true, resolved: true, level: "success" }) });
    const at = standing({ deliveries: [error, firing, info, resolved], windows: [replyWindow()] });
    const [send] = plan(at, rules(), noon).sends;
    expect(send?.deliveries.map(({ id, severest }) => [id, severest])).toEqual([
      [resolved.id, "critical"],
      [error.id, undefined],
      [info.id, undefined],
    ]);
  });

  describe("a claim whose end nobody saw", () => {
    const one = delivery();
    const claim = (permit: Standing["windows"][number]["claim"] extends infer _ ? object : never) =>
      ({ id: "c1", permit, deliveries: [one.id], at: noon - 40_000 }) as never;
    const reply = claim({ kind: "reply", anchor: { kind: "msg", id: "M1" }, seq: 1 });

    it("is repeated as it was where QQ deduplicates replies", () => {
      const at = standing({ deliveries: [one], windows: [replyWindow({ used: 1, claim: reply })] });
      expect(plan(at, rules(), noon).sends).toEqual([{ deliveries: [one], by: { kind: "repeat", claim: reply } }]);
    });

    it("is settled and past once the delivery was settled under it", () => {
      const settled = { ...one, claim: "c1", notBefore: noon + 1 };
      const at = standing({ deliveries: [settled], windows: [replyWindow({ used: 1, claim: reply })] });
      expect(plan(at, rules(), noon).sends).toEqual([]);
    });

    it.each([
      ["resend", [`${one.id} proactive`], undefined],
      ["assume-sent", [], [`${one.id} unsure`]],
    ] as const)("is the route's to decide where it was proactive: %s", (onUnsure, sends, finish) => {
      const at = standing({ deliveries: [one], quota: { ...used(1), claim: claim({ kind: "proactive" }) } });
      const by = rules({ onUnsure });
      expect(told(at, by)).toEqual({ sends, ...(finish !== undefined && { finish }) });
    });
  });

  it("never spends a kept seq on a part of what it told: QQ would take the rest for a duplicate", () => {
    const permit = { kind: "reply", anchor: { kind: "msg", id: "M1" }, seq: 1 } as const;
    const kept = { permit, claim: "c1", attempts: 1 };
    const waiting = delivery({ ...kept, attempts: 2, notBefore: noon + 60_000 });
    const ready = delivery(kept);
    const at = standing({ deliveries: [waiting, ready], windows: [replyWindow({ used: 1 })] });
    expect(plan(at, rules(), noon).sends.map(({ by }) => by)).toEqual([
      { kind: "reply", anchor: permit.anchor, times: 5 },
    ]);
    const both = standing({
      deliveries: [{ ...waiting, notBefore: noon }, ready],
      windows: [replyWindow({ used: 1 })],
    });
    expect(plan(both, rules(), noon).sends).toMatchObject([{ deliveries: [{}, {}], by: { seq: 1 } }]);
  });

  it("does not take a send for lost that was settled before the one that came after it", () => {
    const one = delivery({ claim: "c2", attempts: 2, last: { at: noon - 60_000, code: 40034026 } });
    const claim = { id: "c1", permit: { kind: "proactive" }, deliveries: [one.id], at: noon - 3_600_000 } as const;
    const at = standing({ deliveries: [one], quota: { ...used(4), claim } });
    expect(told(at, rules({ onUnsure: "assume-sent" }))).toEqual({ sends: [], next: "2026-12-01T00:00" });
  });

  it("takes a send for lost that came after the last that was settled", () => {
    const one = delivery({ claim: "c1", attempts: 1, last: { at: noon - 60_000, code: 40034026 } });
    const claim = { id: "c2", permit: { kind: "proactive" }, deliveries: [one.id], at: noon - 30_000 } as const;
    const at = standing({ deliveries: [one], quota: { ...used(4), claim } });
    expect(told(at, rules({ onUnsure: "assume-sent" })).finish).toEqual([`${one.id} unsure`]);
  });

  it("does not repeat the rest of a send whose refusal was but half written down", () => {
    const anchor = { kind: "msg", id: "M1" } as const;
    const permit = { kind: "reply", anchor, seq: 1 } as const;
    const written = delivery({ permit, claim: "c1", attempts: 1, notBefore: noon + 60_000 });
    const rest = delivery();
    const claim = { id: "c1", permit, deliveries: [written.id, rest.id], at: noon - 60_000 };
    const at = standing({ deliveries: [written, rest], windows: [replyWindow({ used: 1, claim })] });
    expect(plan(at, rules(), noon).sends).toMatchObject([
      { deliveries: [{ id: rest.id }], by: { kind: "reply", anchor } },
    ]);
    expect(plan(at, rules(), noon).sends[0]?.by).not.toHaveProperty("seq");
  });
});
