import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../../lib/model/refusal.ts";
import { languages } from "../../lib/model/language.ts";
import { change, changed } from "../support/changed-json.ts";
import { noticeFaults } from "./notice-faults.ts";
import { examples, type Json, type JsonObject, say } from "../support/github.ts";
import { runs } from "../support/runs.ts";

const bodies = examples.flatMap(({ name, examples }) => examples.map((body) => ({ event: name, body })));

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
