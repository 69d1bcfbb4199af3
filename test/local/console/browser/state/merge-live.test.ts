import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsFilter } from "../../../../../local/console/browser/state/filter.ts";
import { mergeLive, rowKey } from "../../../../../local/console/browser/state/merge-live.ts";
import { listed } from "./listed.ts";

const at = (minute: number): string => `2026-11-21T04:${String(minute).padStart(2, "0")}:00.000Z`;
const row = (id: string, minute: number, state: "pending" | "sent" | "failed" = "sent", target = "group:G1") =>
  listed({ id, arrivedAt: at(minute), state, target });

const all = { filter: {}, limit: 3 };
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe("a list that is told what changed", () => {
  const before = { rows: [row("c", 3), row("b", 2), row("a", 1)], more: true };

  it("puts what is new on top, and cuts at its limit", () => {
    const after = mergeLive(before, [row("d", 4)], all);
    expect(ids(after.rows)).toEqual(["d", "c", "b"]);
    expect(after.more).toBe(true);
  });

  it("changes a row in its place", () => {
    const after = mergeLive(before, [row("b", 2, "failed")], all);
    expect(ids(after.rows)).toEqual(["c", "b", "a"]);
    expect(after.rows[1]?.state).toBe("failed");
  });

  it("drops what fits no longer", () => {
    const after = mergeLive(before, [row("b", 2, "pending")], { filter: { state: "told" }, limit: 3 });
    expect(ids(after.rows)).toEqual(["c", "a"]);
  });

  it("leaves what is older than its end to the next page, unless there is none", () => {
    expect(mergeLive(before, [row("0", 0)], all)).toBe(before);
    const whole = { rows: before.rows.slice(0, 2), more: false };
    expect(ids(mergeLive(whole, [row("0", 0)], all).rows)).toEqual(["c", "b", "0"]);
  });

  it("stays a part of the log until there is more than it shows", () => {
    const part = { rows: before.rows.slice(0, 2), more: true, isPart: true };
    const fuller = mergeLive(part, [row("d", 4)], all);
    expect(fuller).toMatchObject({ more: true, isPart: true });
    expect(mergeLive(fuller, [row("e", 5)], all).isPart).toBeUndefined();
  });

  it("keeps one delivery at two conversations apart", () => {
    const after = mergeLive({ rows: [row("a", 1)], more: false }, [row("a", 1, "sent", "group:G2")], all);
    expect(after.rows.map(rowKey)).toEqual(["group:G2 a", "group:G1 a"]);
  });

  it("says that there are more once it was cut", () => {
    expect(mergeLive({ rows: before.rows, more: false }, [row("d", 4)], all).more).toBe(true);
  });

  it("is always sorted, whole, and within its limit, as if it had been told everything at once", () => {
    const change = fc.record({
      id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
      state: fc.constantFrom("pending" as const, "sent" as const, "failed" as const),
    });
    // A delivery arrives once: its time goes with its id.
    const rows = fc.array(
      change.map(({ id, state }) => row(id, id.charCodeAt(0) - 90, state)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 6 }), (turns) => {
        const bounds = { filter: { state: "told" }, limit: 100 } as const;
        const listedAfter = turns.reduce((listed, turn) => mergeLive(listed, turn, bounds), {
          rows: [] as ReturnType<typeof row>[],
          more: false,
        } as Parameters<typeof mergeLive>[0]);
        const last = new Map(turns.flat().map((each) => [each.id, each]));
        const expected = [...last.values()]
          .filter((each) => fitsFilter(each, bounds.filter))
          .sort((a, b) => (a.arrivedAt < b.arrivedAt ? 1 : -1));
        expect(listedAfter.rows).toEqual(expected);
      }),
    );
  });
});
