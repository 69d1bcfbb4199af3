import { describe, expect, it } from "vitest";
import type { Delivery } from "../../../lib/model/delivery.ts";
import { presets, type SceneLimits } from "../../../lib/model/limits.ts";
import type { By } from "../../../lib/model/plan.ts";
import { holdForSiblings } from "../../../lib/policy/plan/hold-for-siblings.ts";
import { delivery, noon, notice } from "../../support/build.ts";

const push: By = { kind: "proactive" };
const reply = (times: number | undefined): By => ({ kind: "reply", anchor: { kind: "msg", id: "M" }, times });

const scarce = presets.published.group;
const isCritical = ({ notice: { level } }: Delivery) => level === "critical";
const fresh = (more: Partial<Delivery> = {}) => delivery({ settlesUntil: noon + 3_000, ...more });
const plain = (more: Partial<Delivery> = {}) => delivery(more);

const held = (by: By, deliveries: readonly Delivery[], limits: SceneLimits = scarce) =>
  holdForSiblings([{ deliveries, by }], isCritical, { limits }, noon).until;

describe("a message waits for what may tell the same", () => {
  it.each<[string, number | undefined, By, readonly Delivery[], SceneLimits?]>([
    ["a push", 3_000, push, [fresh()]],
    ["a push of which one settles", 3_000, push, [plain(), fresh()]],
    ["a push of which several settle, for the first", 1_000, push, [fresh(), fresh({ settlesUntil: noon + 1_000 })]],
    ["no push whose time has come", undefined, push, [fresh({ settlesUntil: noon })]],
    ["no push with something critical", undefined, push, [fresh(), plain({ notice: notice({ level: "critical" }) })]],
    [
      "no push whose sender waits for its end",
      undefined,
      push,
      [plain({ arrivedAt: noon, settlesUntil: noon }), fresh()],
    ],
    ["no push that was ready a minute ago", undefined, push, [plain({ arrivedAt: noon - 60_000 }), fresh()]],
    ["no push where there are hundreds a day", undefined, push, [fresh()], presets["2026"].group],
    ["a reply of a few", 3_000, reply(5), [fresh()]],
    ["no reply that tells something else as well", undefined, reply(5), [fresh(), plain()]],
    ["no reply that is not counted", undefined, reply(undefined), [fresh()]],
    ["no answer", undefined, reply(5), [fresh({ answers: { kind: "msg", id: "M" } })]],
    [
      "nothing that was sent before",
      undefined,
      { kind: "repeat", claim: { id: "c", at: 0, deliveries: [], permit: { kind: "proactive" } } },
      [fresh()],
    ],
  ])("%s", (_, until, by, deliveries, limits) => {
    expect(held(by, deliveries, limits)).toBe(until === undefined ? undefined : noon + until);
  });

  it("and keeps back what would overtake it in its thread, and nothing else", () => {
    const of = (key: string) => ({ notice: notice({ key }) });
    const [first, second, third] = [fresh(of("a")), plain(of("a")), plain(of("b"))];
    const sends = [first, second, third].map((each) => ({ deliveries: [each], by: push }));
    const { sends: going } = holdForSiblings(sends, isCritical, { limits: scarce }, noon);
    expect(going.flatMap(({ deliveries }) => deliveries)).toEqual([third]);
  });
});
