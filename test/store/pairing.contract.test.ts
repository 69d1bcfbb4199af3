import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Target } from "../../lib/model/target.ts";
import { createStore } from "../../lib/store/store.ts";
import { delivery, noon } from "../support/build.ts";
import { engines, type TestEngine } from "../support/engines.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe.each(engines)("pairing and pages on %s", (_, start) => {
  let engine: TestEngine;
  let store: ReturnType<typeof createStore>;
  let target: Target;
  let route: string;
  let code: string;
  let tests = 0;
  beforeAll(async () => {
    engine = await start();
    store = createStore(engine.table, 30);
  });
  afterAll(() => engine.stop());
  beforeEach(() => {
    tests += 1;
    target = { scene: "group", id: `P${tests}` };
    route = `route-${tests}`;
    code = `CODE${String(tests).padStart(4, "2")}`;
  });

  /** A page of so many deliveries, all in the log. */
  const fill = async (count: number) => {
    const all = Array.from({ length: count }, () => delivery({ target }));
    await Promise.all(all.map((each) => store.enlist(each)));
    await store.writePage(
      target,
      all.map(({ id }) => id),
      noon,
    );
    return all;
  };

  const ttlOf = async (pk: string, sk: string) => Number((await engine.table.get({ pk, sk }))?.["expiresAt"]) * 1_000;

  describe("bindings", () => {
    it("binds one of fifty parallel takers, and the target is there at once", async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => store.bind(route, target, noon)));
      expect(answers.filter((answer) => answer === "bound")).toHaveLength(1);
      expect(await store.readBindings(route)).toEqual([target]);
    });

    it("keeps targets of a route apart from those of a route that begins alike, and each with its guild", async () => {
      const channel: Target = { scene: "channel", id: "10086001", guild: "520086001" };
      const dm: Target = { scene: "dm", id: "U1@G1" };
      await store.bind(route, channel, noon);
      await store.bind(route, dm, noon);
      await store.bind(`${route}-2`, target, noon);
      expect(await store.readBindings(route)).toEqual([channel, dm]);
      expect(await store.readBindings("nobody")).toEqual([]);
    });

    it("unbinds what is bound, once", async () => {
      const other: Target = { ...target, id: `${target.id}x` };
      await store.bind(route, target, noon);
      await store.bind(route, other, noon);
      expect(await store.unbind(route, target)).toBe(true);
      expect(await store.unbind(route, target)).toBe(false);
      expect(await store.readBindings(route)).toEqual([other]);
      expect(await store.bind(route, target, noon)).toBe("bound");
    });
  });

  describe("codes", () => {
    it("gives the route to one of fifty parallel takers", async () => {
      await store.createCode(route, code, noon + 10 * minute);
      const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => store.takeCode(code, `M${at}`, noon)));
      expect(answers.filter((answer) => answer !== "invalid")).toEqual([{ route }]);
    });

    it("gives a message's repeats the same answer, even after the code's end, and nobody else one", async () => {
      await store.createCode(route, code, noon + 10 * minute);
      expect(await store.takeCode(code, "M1", noon)).toEqual({ route });
      expect(await store.takeCode(code, "M2", noon)).toBe("invalid");
      expect(await store.takeCode(code, "M1", noon + hour)).toEqual({ route });
    });

    it("takes no code that is wrong or over, however late the table forgets it, and makes none by looking", async () => {
      await store.createCode(route, code, noon + 10 * minute);
      expect(await store.takeCode(code, "M1", noon + 10 * minute)).toBe("invalid");
      expect(await store.takeCode(code, "M2", noon + 10 * minute - 1)).toEqual({ route });
      const wrong = code.toLowerCase();
      expect(await store.takeCode(wrong, "M1", noon)).toBe("invalid");
      expect(await store.takeCode(wrong, "M1", noon)).toBe("invalid");
      expect(await store.createCode(route, wrong, noon + minute)).toBe(true);
    });

    it("makes no code twice", async () => {
      expect(await store.createCode(route, code, noon + minute)).toBe(true);
      expect(await store.createCode("another", code, noon + hour)).toBe(false);
      expect(await store.takeCode(code, "M1", noon)).toEqual({ route });
    });

    it("never writes the code itself", async () => {
      await store.createCode(route, code, noon + 10 * minute);
      await store.takeCode(code, "M1", noon);
      const hash = createHash("sha256").update(code).digest("hex");
      const text = JSON.stringify(await engine.table.get({ pk: `code#${hash}`, sk: "code" }));
      expect(text).toContain(route);
      expect(text).not.toContain(code);
    });
  });

  it("counts guesses of a target in an hour, each number once", async () => {
    const counts = await Promise.all(Array.from({ length: 20 }, () => store.countGuess(target, noon)));
    expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(await store.countGuess({ ...target, id: `${target.id}x` }, noon)).toBe(1);
    expect(await store.countGuess(target, noon + hour)).toBe(1);
    const ttl = await ttlOf(`target#group:${target.id}`, `guess#${noon / hour}`);
    expect(ttl).toBeGreaterThan(noon + hour);
    expect(ttl).toBeLessThan(noon + day);
  });

  describe("pages", () => {
    it("gives what was counted page by page, in the order kept, and then nothing", async () => {
      const [a, b, c] = await fill(3);
      expect(await store.countPage(target)).toBe(3);
      expect(await store.takePage(target, 2)).toEqual({ deliveries: [a, b], left: 1 });
      expect(await store.countPage(target)).toBe(1);
      expect(await store.takePage(target, 2)).toEqual({ deliveries: [c], left: 0 });
      expect(await store.takePage(target, 2)).toEqual({ deliveries: [], left: 0 });
      expect(await store.countPage(target)).toBe(0);
    });

    it("gives parallel takers each their own", async () => {
      const all = await fill(12);
      const pages = await Promise.all(Array.from({ length: 6 }, () => store.takePage(target, 2)));
      const ids = pages.flatMap(({ deliveries }) => deliveries.map(({ id }) => id));
      expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      expect(await store.countPage(target)).toBe(0);
    });

    it("keeps the newest digest's only, passes over what the log has forgotten, and 300 are enough", async () => {
      await fill(2);
      const [known] = await fill(1);
      await store.writePage(target, [known?.id ?? "", ...Array.from({ length: 400 }, (_, at) => `gone#${at}`)], noon);
      expect(await store.countPage(target)).toBe(300);
      expect(await store.takePage(target, 5)).toEqual({ deliveries: [known], left: 295 });
      await store.writePage(target, [], noon);
      expect(await store.takePage(target, 5)).toEqual({ deliveries: [], left: 0 });
    });

    it("is no part of the standing or the log, nor are guesses", async () => {
      const all = await fill(1);
      await store.countGuess(target, noon);
      expect(await store.load(target, noon)).toEqual({
        target,
        deliveries: all,
        windows: [],
        quota: { used: {}, doubt: {}, recent: {}, told: {}, closed: {}, refused: {} },
        state: {},
      });
      expect(await store.listDeliveries(target, 10)).toEqual(all);
      const ttl = await ttlOf(`target#group:${target.id}`, "more");
      expect(ttl).toBeGreaterThan(noon + day);
    });
  });
});
