import { describe, expect, it } from "vitest";
import type { Run } from "../../bench/simulate/outcome.ts";
import { measure } from "../../bench/simulate/figures.ts";
import { runNaive } from "../../bench/simulate/naive.ts";
import { readOptions } from "../../bench/simulate/options.ts";
import { readOutcomes } from "../../bench/simulate/read-outcomes.ts";
import { runRelay } from "../../bench/simulate/relay.ts";
import type { Scenario } from "../../bench/simulate/scenarios.ts";
import { drawTimeline, endOf, type Moment, start } from "../../bench/simulate/timeline.ts";
import { openRecipient } from "../../bench/simulate/recipient.ts";
import type { RoutePolicy } from "../../lib/model/route.ts";
import { sceneNames } from "../../lib/model/scene.ts";
import { renderSend } from "../../lib/render/render-send.ts";
import { styleOf } from "../../lib/render/style/style-of.ts";
import { defaultSettings } from "../../lib/model/settings.ts";
import { contentOf } from "../support/content-of.ts";
import { delivery, group, noon, notice } from "../support/build.ts";

const style = styleOf("group", defaultSettings, [], {});

const textOf = (deliveries: readonly ReturnType<typeof delivery>[]): string =>
  contentOf(renderSend({ notices: deliveries.map((each) => each.notice) }, style).message);

const take = (text: string) => ({ text, by: "proactive", at: noon }) as const;

const recipientOf = (...told: readonly (readonly ReturnType<typeof delivery>[])[]) => {
  const recipient = openRecipient();
  for (const deliveries of told) recipient.note(deliveries, take(textOf(deliveries)), style);
  return recipient;
};

const aDay = { from: start, until: start + 24 * 3_600_000 };

describe("the simulation fails where", () => {
  it("something is told twice", () => {
    const twice = delivery();
    expect(() => recipientOf([twice], [twice])).toThrow(`${twice.id} twice`);
  });

  it("the store says sent, and QQ saw nothing", () => {
    const sent = delivery({ state: "sent" });
    expect(() => readOutcomes([sent], recipientOf())).toThrow("QQ took no message that shows it");
  });

  it("the store says sent, and the message that told it does not show it", () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      delivery({ state: "sent", notice: notice({ title: `第 ${at} 件：磁盘快满了`, level: "error" }) }),
    );
    const recipient = recipientOf(many);
    expect(recipient.toldAt.size).toBeGreaterThan(10);
    expect(recipient.counted.size).toBe(200 - recipient.toldAt.size);
    expect(() => readOutcomes(many, recipient)).toThrow("is sent, but QQ took no message that shows it");
    const told = many.map((each) => ({ ...each, state: recipient.toldAt.has(each.id) ? "sent" : "counted" }) as const);
    expect(readOutcomes(told, recipient).filter(({ end }) => end === "counted")).toHaveLength(recipient.counted.size);
  });

  it("a sum does not name its number", () => {
    const tally = { where: "octo/app", what: "次推送" };
    const pushes = Array.from({ length: 4 }, () => delivery({ state: "sent", notice: notice({ tally }) }));
    const recipient = openRecipient();
    recipient.note(pushes, take(textOf(pushes).replace("4 次推送", "3 次推送")), style);
    expect(() => readOutcomes(pushes, recipient)).toThrow("no message that shows it");
  });

  it("QQ saw it, and the store does not say sent", () => {
    const held = delivery();
    expect(() => readOutcomes([held], recipientOf([held]))).toThrow("QQ took a message that shows it");
  });

  it("a notice ends as none can here, or is folded into nothing", () => {
    const failed = delivery({ state: "failed" });
    const folded = delivery({ state: "folded", notice: notice({ key: "a" }) });
    expect(() => readOutcomes([failed], recipientOf())).toThrow("ended failed");
    expect(() => readOutcomes([folded], recipientOf())).toThrow("into nothing");
  });

  it("a notice is missing", () => {
    const run = { outcomes: [{ critical: false, arrivedAt: noon, end: "held" }], messages: [], refused: [] } as const;
    expect(measure(run, 1, aDay).ends.held).toBe(1);
    expect(() => measure(run, 2, aDay)).toThrow("2 notices were accepted");
  });

  it.each([["--days=0"], ["--seed=x"], ["--seed="], ["--week"]])("the command has %s", (option) =>
    expect(() => readOptions([option])).toThrow("npm run simulate"),
  );
});

describe("a notice's end", () => {
  it("is that of the newer one that it was folded into", () => {
    const alert = (more: object) =>
      delivery({ notice: notice({ key: "disk", replaces: true, level: "critical" }), ...more });
    const [first, second, last] = [alert({ state: "folded" }), alert({ state: "folded" }), alert({ state: "sent" })];
    expect(readOutcomes([first, second, last], recipientOf([last]))).toEqual([
      { critical: true, arrivedAt: first.arrivedAt, end: "folded", toldAt: noon },
      { critical: true, arrivedAt: second.arrivedAt, end: "folded", toldAt: noon },
      { critical: true, arrivedAt: last.arrivedAt, end: "told", toldAt: noon },
    ]);
  });

  it("is a sum where a digest tells several of a kind in one line", () => {
    const tally = { where: "octo/app", what: "次推送" };
    const pushes = Array.from({ length: 4 }, () => delivery({ state: "sent", notice: notice({ tally }) }));
    const alone = delivery({ state: "sent" });
    const outcomes = readOutcomes([...pushes, alone], recipientOf([...pushes, alone]));
    expect(outcomes.map(({ end }) => end)).toEqual(["summed", "summed", "summed", "summed", "told"]);
  });

  it("is late when critical and more than ten minutes under way, night when told then", () => {
    const minute = 60_000;
    const midnight = start;
    const outcome = (critical: boolean, delay: number) =>
      ({ critical, arrivedAt: noon, end: "told", toldAt: noon + delay * minute }) as const;
    const figures = measure(
      {
        outcomes: [
          outcome(true, 10),
          outcome(true, 11),
          outcome(false, 60),
          { critical: true, arrivedAt: noon, end: "dropped" },
        ],
        messages: [-61, -60, 0, 419, 420].map(
          (at) => ({ at: midnight + at * minute, critical: false, by: "reply" }) as const,
        ),
        refused: [{ at: noon, code: 22009, by: "proactive" }],
      },
      4,
      aDay,
    );
    expect(figures.refused).toEqual({ proactive: 1, reply: 0 });
    expect(figures.critical).toEqual({ accepted: 3, late: 1, never: 1 });
    expect(figures.atNight).toBe(3);
    expect(figures.toldShare).toBe(0.75);
    expect(figures.medianDelay).toBe(11 * minute);
  });
});

describe("the silence of a run", () => {
  const minute = 60_000;
  const silenceOf = (messages: readonly number[], waits: readonly (readonly [number, number | undefined])[]) =>
    measure(
      {
        outcomes: waits.map(([arrived, told]) => ({
          critical: false,
          arrivedAt: start + arrived * minute,
          ...(told === undefined ? { end: "held" } : { end: "told", toldAt: start + told * minute }),
        })),
        messages: messages.map((at) => ({ at: start + at * minute, critical: false, by: "proactive" })),
        refused: [],
      },
      waits.length,
      { from: start, until: start + 100 * minute },
    ).spread.longestSilence / minute;

  it("is counted only while something waits", () => {
    expect(silenceOf([], [])).toBe(0);
    expect(
      silenceOf(
        [10, 90],
        [
          [10, 10],
          [90, 90],
        ],
      ),
    ).toBe(0);
    expect(
      silenceOf(
        [10, 90],
        [
          [10, 10],
          [70, 90],
        ],
      ),
    ).toBe(20);
    expect(silenceOf([10, 60, 90], [[20, 90]])).toBe(40);
    expect(silenceOf([10, 60], [[5, undefined]])).toBe(50);
    expect(silenceOf([10, 40], [[45, undefined]])).toBe(55);
  });
});

describe("a critical notice after a morning of others", () => {
  const scenario: Scenario = { target: group, preset: "published", presets: ["published"] };
  const hour = 3_600_000;
  const said: Moment = { kind: "speech", at: start + 15 * hour, messageId: "M1" };
  const others: readonly Moment[] = Array.from({ length: 6 }, (_, at) => ({
    kind: "notice",
    at: start + (6 + at) * hour,
    route: "ci",
    notice: notice({ title: `第 ${at} 条` }),
  }));
  const severe: Moment = {
    kind: "notice",
    at: start + 14 * hour,
    route: "alerts",
    notice: notice({ level: "critical", title: "网站打不开" }),
  };
  const relayOf = (policy: RoutePolicy) =>
    ({ kind: "relay", policy: { proactive: "always", ...policy }, limits: "exact" }) as const;
  const timeline = [...others, severe, said];
  const delayOf = ({ outcomes }: Run): number | undefined => {
    const [last] = outcomes.filter(({ critical }) => critical);
    return last?.toldAt === undefined ? undefined : last.toldAt - last.arrivedAt;
  };

  it("is dropped by the naive relay, whose four messages are gone", () => {
    const run = runNaive(scenario, timeline, true);
    expect(run.outcomes.map(({ end }) => end)).toEqual([
      "told",
      "told",
      "told",
      "told",
      "dropped",
      "dropped",
      "dropped",
    ]);
    expect(delayOf(run)).toBeUndefined();
  });

  it("is answered to the next to speak, or sent at once where one message was kept", async () => {
    const until = start + 24 * hour;
    expect(delayOf(await runRelay(scenario, timeline, relayOf({}), until))).toBeGreaterThanOrEqual(hour);
    expect(delayOf(await runRelay(scenario, timeline, relayOf({ proactive: "auto" }), until))).toBeLessThan(1_000);
    expect(delayOf(await runRelay(scenario, timeline, relayOf({ reserve: 1 }), until))).toBeLessThan(1_000);
  });
});

it.each(sceneNames)("a month in a %s has its moments in order, one at a time, and no one speaks at night", (scene) => {
  const chance = { seed: 7, days: 30, shape: "team" } as const;
  const timeline = drawTimeline(scene, chance);
  const times = timeline.map(({ at }) => at);
  expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
  expect(times[0]).toBeGreaterThanOrEqual(start);
  expect(times.at(-1)).toBeLessThan(endOf(chance));
  const hoursSpoken = timeline.flatMap((moment) =>
    moment.kind === "speech" ? [Math.floor((moment.at - start) / 3_600_000) % 24] : [],
  );
  expect(hoursSpoken.filter((hour) => hour < 7 || hour === 23)).toEqual([]);
  const critical = timeline.filter((moment) => moment.kind === "notice" && moment.notice.level === "critical");
  expect(critical.length).toBeGreaterThan(0);
});
