import * as fc from "fast-check";
import { expect, it } from "vitest";
import { thinRefusals } from "../../lib/log/thin-refusals.ts";
import type { Log } from "../../lib/ports.ts";

type Line = { readonly at: number; readonly event: string } & Readonly<Record<string, unknown>>;

/** A thinned log with a clock of its own, and what it writes. */
function thinned() {
  const lines: Line[] = [];
  let time = 0;
  const log: Log = (level, event, fields) => lines.push({ at: time, level, event, ...fields });
  const thin = thinRefusals(log, () => time);
  return {
    lines,
    at: (to: number): void => {
      time = to;
    },
    refuse: (refusal: string, route?: string) => thin("warn", "refused", { route, refusal }),
    log: thin,
  };
}

it("one refusal is told at once, as it is", () => {
  const { refuse, lines } = thinned();
  refuse("unauthorized", "ci");
  expect(lines).toEqual([{ at: 0, level: "warn", event: "refused", route: "ci", refusal: "unauthorized" }]);
});

it("of a thousand in three seconds there are three lines, which count them all", () => {
  const { refuse, at, lines } = thinned();
  for (let sent = 0; sent < 1_000; sent += 1) {
    at(sent * 3);
    refuse("unauthorized", "ci");
  }
  expect(lines.map((line) => [line.at, line["count"]])).toEqual([
    [0, undefined],
    [1_002, 334],
    [2_004, 334],
  ]);
});

it("who is refused once in a flood of others is told too, and not counted with them", () => {
  const { refuse, at, lines } = thinned();
  for (let sent = 0; sent < 3_000; sent += 1) {
    at(sent);
    refuse("unknown-route");
    if (sent === 100) refuse("invalid", "ci");
  }
  expect(lines.map(({ refusal, route, count }) => [refusal, route, count])).toEqual([
    ["unknown-route", undefined, undefined],
    ["unknown-route", undefined, 1_000],
    ["invalid", "ci", undefined],
  ]);
});

it("what waits is told with the next line of any kind", () => {
  const { refuse, log, at, lines } = thinned();
  for (let sent = 0; sent < 5; sent += 1) refuse("unauthorized", "ci");
  log("info", "accepted", {});
  at(1_500);
  log("info", "accepted", {});
  expect(lines.map(({ event, count }) => [event, count])).toEqual([
    ["refused", undefined],
    ["accepted", undefined],
    ["accepted", undefined],
    ["refused", 4],
  ]);
});

it("any mixture: never two lines within a second, none of another kind lost, and in the end all counted", () => {
  const kinds = fc.constantFrom("unauthorized", "invalid", "unknown-route");
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.option(kinds)), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (given) => {
      const { refuse, log, at, lines } = thinned();
      let time = 0;
      for (const [wait, kind] of given) {
        at((time += wait));
        if (kind === null) log("info", "other");
        else refuse(kind);
      }
      for (let more = 0; more < 3; more += 1) {
        at((time += 1_000));
        log("info", "other");
      }
      const told = lines.filter(({ event }) => event === "refused");
      for (const [place, line] of told.entries())
        expect(line.at - (told[place - 1]?.at ?? -1_000)).toBeGreaterThanOrEqual(1_000);
      expect(lines.length - told.length).toBe(given.filter(([, kind]) => kind === null).length + 3);
      for (const kind of ["unauthorized", "invalid", "unknown-route"]) {
        const counted = told.filter(({ refusal }) => refusal === kind).map(({ count = 1 }) => Number(count));
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(given.filter(([, each]) => each === kind).length);
      }
    }),
  );
});
