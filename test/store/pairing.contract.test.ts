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

  /** So many deliveries that one digest only counted, all in the log. */
  const fill = async (count: number, now = noon) => {
    const all = Array.from({ length: count }, () => delivery({ target }));
    await Promise.all(all.map((each) => store.enlist(each)));
    const counted = all.map(({ id }, place) => ({ id, state: "counted" as const, attempts: 1, place }));
    await store.settle(target, counted, now);
    return all.map(({ id }) => id);
  };
  const next = async (max: number) => (await store.readCounted(target, max)).map(({ id }) => id);

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

  describe("what was only counted", () => {
    it("is given page by page, in order however many digests counted it, and then nothing", async () => {
      const first = await fill(3);
      const second = await fill(2, noon + 60_000);
      const all = [...first, ...second];
      expect(await store.countCounted(target)).toBe(5);
      expect(await next(4)).toEqual(all.slice(0, 4));
      expect(await store.takePage(target, "A1", all.slice(0, 4))).toEqual(all.slice(0, 4));
      expect(await next(4)).toEqual(all.slice(4));
      expect(await store.countCounted(target)).toBe(5);
      await store.endPage(target, "A1", "told", noon);
      expect(await store.countCounted(target)).toBe(1);
      expect(await store.readDelivery(target, all[0] ?? "")).toMatchObject({ state: "sent", told: "worded" });
    });

    it("is back in its place when the answer that was to tell it is not sent", async () => {
      const all = await fill(3);
      await store.takePage(target, "A1", all.slice(0, 2));
      expect(await store.readPages(target)).toEqual(["A1"]);
      expect((await store.readShown(target, "A1")).map(({ id }) => id)).toEqual(all.slice(0, 2));
      await store.endPage(target, "A1", "untold", noon);
      expect(await next(9)).toEqual(all);
      expect(await store.readPages(target)).toEqual([]);
    });

    it("goes to one of many answers at once", async () => {
      const all = await fill(6);
      const pages = await Promise.all(["A", "B", "C", "D"].map((answer) => store.takePage(target, answer, all)));
      expect(pages.flat().toSorted((a, b) => a.localeCompare(b))).toEqual(all.toSorted((a, b) => a.localeCompare(b)));
    });

    it("ends visibly when it is too old", async () => {
      const [one = "", ...others] = await fill(50);
      await store.takePage(target, "A1", [one]);
      await store.expireCounted(target, [one, ...others], noon);
      expect(await store.countCounted(target)).toBe(1);
      for (const id of others) expect(await store.readDelivery(target, id)).toMatchObject({ state: "expired" });
      await store.endPage(target, "A1", "told", noon);
      expect(await store.readDelivery(target, one)).toMatchObject({ state: "sent" });
      const [other = ""] = others;
      expect(await ttlOf(`target#group:${target.id}`, `delivery#${other}`)).toBe(noon + 30 * day);
    });

    it("stays in the log until it ends, also after an audit", async () => {
      const [one = ""] = await fill(1);
      const audited = delivery({ target });
      await store.enlist(audited);
      await store.settle(target, [{ id: audited.id, state: "in-audit", attempts: 1, auditId: "a" }], noon);
      const passed = {
        id: audited.id,
        attempts: 1,
        auditId: "a",
        from: "in-audit",
        state: "counted",
        place: 0,
      } as const;
      await store.settle(target, [passed], noon);
      engine.setClock(() => noon + 400 * day);
      expect(await next(9)).toEqual(expect.arrayContaining([one, audited.id]));
      engine.setClock(() => noon);
    });

    it("is no part of what is pending, nor are guesses", async () => {
      const all = await fill(1);
      await store.countGuess(target, noon);
      expect(await store.load(target, noon)).toEqual({
        target,
        deliveries: [],
        windows: [],
        quota: { used: {}, doubt: {}, recent: {}, told: {}, wanted: {}, closed: {}, refused: {} },
        state: {},
      });
      expect((await store.listDeliveries(target, 10)).map(({ id, state }) => [id, state])).toEqual([
        [all[0], "counted"],
      ]);
    });
  });
});
