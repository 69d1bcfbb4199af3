import * as fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { sources } from "../../lib/sources/index.ts";
import { change, changed } from "../support/changed-json.ts";
import { casesOf, forges, inboundOfCase, readCase } from "../support/forges.ts";
import type { Json } from "../support/github.ts";
import { runs } from "../support/runs.ts";
import { noticeFaults } from "./notice-faults.ts";

test.each(forges)("whatever becomes of a body of %s, it is told cleanly, ignored or refused", async (forge) => {
  const format = await sources[forge].load();
  const cases = casesOf(forge)
    .map((name) => readCase(forge, name))
    .filter(({ raw }) => raw === undefined);
  const ends = { told: 0, ignored: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...cases),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...languages),
      ({ headers, body }, changes, language) => {
        const inbound = inboundOfCase({ headers, body: changes.reduce<Json>(changed, body as Json) });
        const parsed = format.parse(inbound, {});
        if (isRefusal(parsed)) {
          ends.refused += 1;
          expect(parsed.message).toMatch(/^body/);
          return;
        }
        const notice = format.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai", hears: () => true });
        ends[notice ? "told" : "ignored"] += 1;
        if (notice) expect(noticeFaults(notice, forge)).toEqual([]);
      },
    ),
    { numRuns: runs(400) },
  );
  expect(Math.min(ends.told, ends.refused)).toBeGreaterThan(20);
});
