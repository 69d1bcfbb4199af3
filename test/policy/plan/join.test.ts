import { describe, expect, it } from "vitest";
import type { Act } from "../../../lib/model/act.ts";
import type { Delivery } from "../../../lib/model/delivery.ts";
import type { Notice } from "../../../lib/model/notice.ts";
import { join } from "../../../lib/policy/plan/join.ts";
import { delivery, noon, notice } from "../../support/build.ts";

const part = (id: string, act: Act, more: Partial<Notice> = {}, of: Partial<Delivery> = {}): Delivery =>
  delivery({ id, notice: notice({ title: id, act, ...more }), ...of });

/** What is left with its lines, and what went where. */
const joined = (...pending: readonly Delivery[]) => {
  const { kept, folded, told } = join(pending, {}, noon);
  return {
    kept: kept.map(({ id, notice: { lines } }) => [id, ...lines].join("|")),
    folded: [...folded.keys()].map(({ id }) => id).toSorted(),
    told: told.map(({ id }) => id),
  };
};

describe("of the notices that tell one act", () => {
  it("the one that says most stays, with what the others add", () => {
    const push = part("push", { keys: ["m"], rank: 2, adds: ["c1", "c2"] });
    const merge = part("merge", { keys: ["m", "b"], rank: 3 }, { lines: ["main ← b"] });
    const end = part("end", { keys: ["b"], rank: 1 });
    expect(joined(end, push, merge)).toEqual({ kept: ["merge|main ← b|c1|c2"], folded: ["end", "push"], told: [] });
  });

  it("one may know another by a third", () => {
    const job = part("job", { keys: ["run", "check"], rank: 3 });
    const check = part("check", { keys: ["check", "suite"], rank: 2 });
    const suite = part("suite", { keys: ["suite"], rank: 1 });
    for (const order of [
      [job, check, suite],
      [suite, check, job],
      [check, suite, job],
    ])
      expect(joined(...order)).toMatchObject({ kept: ["job"], folded: ["check", "suite"] });
  });

  it("the first of those that say as much takes in what the others add, and only those", () => {
    const jobs = ["a", "b"].map((name) => part(name, { keys: ["run"], rank: 3, adds: [`${name} · step`] }));
    expect(joined(...jobs)).toMatchObject({ kept: ["a|b · step"], folded: ["b"] });
    const merges = ["x", "y"].map((name) => part(name, { keys: [name, "branch"], rank: 3 }));
    expect(joined(...merges)).toMatchObject({ kept: ["x", "y"], folded: [] });
  });

  it("a line that only names what another tells of at length is needless, whichever comes first", () => {
    const run = part("run", { keys: ["run"], rank: 4 });
    const job = part("job", { keys: ["run"], rank: 3, adds: ["unit · step"] });
    const check = part("check", { keys: ["run"], rank: 2, adds: ["unit"] });
    expect(joined(check, job, run).kept).toEqual(["run|unit · step"]);
    const [first] = join([check, run], {}, noon).kept;
    expect(first && joined(first, job).kept).toEqual(["run|unit · step"]);
    expect(joined(job, check).kept).toEqual(["job"]);
  });

  it("lines that belong together stay so, also where one of them comes twice", () => {
    const comment = (id: string, ...lines: readonly string[]) =>
      part(id, { keys: ["review"], rank: 1, adds: "lines" }, { lines });
    const all = [
      comment("1", "a:1", "x"),
      comment("2", "a:12", "y"),
      comment("3", "a:1", "z"),
      comment("4", "a:12", "y"),
    ];
    expect(joined(...all).kept).toEqual(["1|a:1|x|a:12|y|a:1|z"]);
  });

  it("what one took in before goes along when it is taken in itself", () => {
    const early = join(
      ["a", "b"].map((name) => part(name, { keys: ["run"], rank: 3, adds: [`${name} · step`] })),
      {},
      noon,
    );
    const run = part("run", { keys: ["run"], rank: 4 });
    expect(joined(...early.kept, run).kept).toEqual(["run|a · step|b · step"]);
  });

  it.each<[string, Partial<Notice>, Partial<Delivery>]>([
    ["something milder", { level: "info" }, {}],
    ["what kept its seq", {}, { permit: { kind: "reply", anchor: { kind: "msg", id: "M" }, seq: 1 } }],
    ["another route's", {}, { route: "other" }],
  ])("none goes into %s", (_, more, of) => {
    const other = part("other", { keys: ["k"], rank: 2 }, { level: "error", ...more }, of);
    const one = part("one", { keys: ["k"], rank: 1 }, { level: "warning" });
    expect(joined(other, one)).toMatchObject({ kept: ["other", "one"], folded: [] });
  });

  it("what there is no room for is told by itself", () => {
    const many = Array.from({ length: 60 }, (_, at) => [`p:${at}`, `text ${at}`]).map((lines, at) =>
      part(String(at), { keys: ["review"], rank: 1, adds: "lines" }, { lines }),
    );
    const { kept, folded } = join(many, {}, noon);
    expect([kept.length, folded.size]).toEqual([11, 49]);
    expect(kept[0]?.notice.lines).toHaveLength(100);
  });

  it("one that changes nothing of what it goes into leaves it as it was stored", () => {
    const merge = part("merge", { keys: ["m"], rank: 3 });
    const { kept, folded } = join([merge, part("push", { keys: ["m"], rank: 2 })], {}, noon);
    expect(kept[0]).toBe(merge);
    expect([...folded.values()]).toEqual([undefined]);
  });
});
