import { readdirSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { type Change, change, changed } from "../support/changed-json.ts";
import type { Json } from "../support/github.ts";
import { gitlabFolder, readCase, say } from "../support/gitlab.ts";
import { runs } from "../support/runs.ts";
import { noticeFaults } from "./notice-faults.ts";

const cases = readdirSync(gitlabFolder)
  .flatMap((file) => /^([\w.-]+)\.json$/.exec(file)?.[1] ?? [])
  .map(readCase);

test("whatever becomes of a body, it is told cleanly, ignored or refused", () => {
  const ends = { told: 0, ignored: 0, refused: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...cases),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...languages),
      ({ body, headers, named = false }, changes: readonly Change[], language) => {
        const said = say(changes.reduce<Json>(changed, body), { headers, language, isNamed: named });
        if (said === undefined) ends.ignored += 1;
        else if (isRefusal(said)) {
          ends.refused += 1;
          expect(said.message).toMatch(/^body/);
        } else {
          ends.told += 1;
          expect(noticeFaults(said, "gitlab")).toEqual([]);
        }
      },
    ),
    { numRuns: runs(1_000) },
  );
  expect(Math.min(ends.told, ends.ignored, ends.refused)).toBeGreaterThan(10);
});
