import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../../lib/model/refusal.ts";
import { languages } from "../../lib/model/language.ts";
import { hostileText } from "../support/hostile-text.ts";
import { noticeFaults } from "./notice-faults.ts";
import { examples, type Json, type JsonObject, say } from "../support/github.ts";
import { runs } from "../support/runs.ts";

const bodies = examples.flatMap(({ name, examples }) => examples.map((body) => ({ event: name, body })));

/** Each step picks a field one level deeper; the last one is cut out or replaced. */
type Change = { readonly steps: readonly number[]; readonly value: Json | undefined };

const change: fc.Arbitrary<Change> = fc.record({
  steps: fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }),
  value: fc.oneof(
    fc.constant(undefined),
    fc.constantFrom<Json>(null, [], {}, "", 0, -1, 1e308, true, "2026-13-45", "javascript:alert(1)", [null], {
      login: 7,
    }),
    hostileText(8),
    fc.constant("長".repeat(5_000)),
  ),
});

const changed = (value: Json, { steps, value: put }: Change): Json => {
  if (typeof value !== "object" || value === null) return put ?? null;
  const keys = Object.keys(value);
  const [step = 0, ...rest] = steps;
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return value;
  const copy: Record<string, Json> = { ...(value as JsonObject) };
  const old = copy[key] ?? null;
  if (rest.length > 0 && typeof old === "object" && old !== null) copy[key] = changed(old, { steps: rest, value: put });
  else if (put === undefined) delete copy[key];
  else copy[key] = put;
  return Array.isArray(value) ? Object.values(copy) : copy;
};

/** What became of a body, and what is wrong with it. */
function endOf(notice: ReturnType<typeof say>) {
  if (notice === undefined) return { end: "ignored", faults: [] } as const;
  if (!isRefusal(notice)) return { end: "told", faults: noticeFaults(notice) } as const;
  return { end: "refused", faults: [notice.message].filter((message) => !message.startsWith("body")) } as const;
}

test("whatever becomes of a body, it is told cleanly, ignored or refused", () => {
  const ends = { told: 0, ignored: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...bodies),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...languages),
      ({ event, body }, changes, language) => {
        const notice = say(event, changes.reduce<Json>(changed, body) as JsonObject, language);
        const { end, faults } = endOf(notice);
        ends[end] += 1;
        expect(faults).toEqual([]);
      },
    ),
    { numRuns: runs(1_000) },
  );
  expect(Math.min(ends.told, ends.ignored, ends.refused)).toBeGreaterThan(50);
});
