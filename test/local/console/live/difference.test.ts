import { describe, expect, it } from "vitest";
import { difference, type Listed } from "../../../../local/console/live/difference.ts";

const listed = (id: string, more: Partial<Listed> = {}): Listed => ({
  id,
  target: "group:G1",
  route: "ci",
  state: "pending",
  attempts: 0,
  last: null,
  level: "info",
  title: id,
  arrivedAt: "2026-11-21T20:00:00.000Z",
  ...more,
});

describe("what is new since somebody looked", () => {
  it("is all that there is at first, and nothing where nothing changed", () => {
    const first = difference(new Map(), [listed("b"), listed("a")]);
    expect(first.changed.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(difference(first.known, [listed("b"), listed("a")])).toEqual({ changed: [], known: first.known });
  });

  it.each([
    ["its state", { state: "sent" }],
    ["what holds it", { held: { reason: "quota", message: "m" } }],
    ["another try", { attempts: 1 }],
    ["what QQ answered", { last: { at: "2026-11-21T20:00:01.000Z", code: 22_009 } }],
  ] as const)("is what stands otherwise: %s", (_, change) => {
    const { known } = difference(new Map(), [listed("a"), listed("b")]);
    const changed = listed("a", change);
    expect(difference(known, [changed, listed("b")]).changed).toEqual([changed]);
  });

  it("tells deliveries of one id at two conversations apart", () => {
    const { known } = difference(new Map(), [listed("a")]);
    expect(difference(known, [listed("a", { target: "group:G2" })]).changed).toHaveLength(1);
  });

  it("remembers those that were not looked at, and of very many the newest", () => {
    const { known } = difference(new Map(), [listed("a")]);
    const later = difference(known, [listed("b")]);
    expect(difference(later.known, [listed("a"), listed("b")]).changed).toEqual([]);
    const many = difference(
      later.known,
      Array.from({ length: 5_000 }, (_, at) => listed(`many-${at}`)),
    );
    expect(many.known.size).toBe(5_000);
    expect(difference(many.known, [listed("a")]).changed).toHaveLength(1);
  });
});
