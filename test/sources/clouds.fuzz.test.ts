import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isObject } from "../../lib/base/is-object.ts";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { type Change, change, changed } from "../support/changed-json.ts";
import { cloudCases, cloudRequest, cloudSources, readCloudCase } from "../support/clouds.ts";
import { formatOf } from "../support/formats.ts";
import type { Json } from "../support/github.ts";
import { runs } from "../support/runs.ts";
import { noticeFaults } from "./notice-faults.ts";

test.each(cloudSources)("whatever becomes of a body of %s, it is told cleanly, or refused", (source) => {
  const cases = cloudCases(source).map((name) => readCloudCase(source, name));
  const format = formatOf(source);
  let told = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...cases),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...languages),
      ({ body, form, ...rest }, changes: readonly Change[], language) => {
        const other = changes.reduce<Json>(changed, body ?? form ?? {});
        const json = isObject(other) ? other : { other };
        const inbound = cloudRequest({ ...rest, ...(form ? { form: json } : { body: json }) });
        const parsed = format.parse(inbound, {});
        const said = isRefusal(parsed)
          ? parsed
          : format.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai" });
        if (said === undefined) return;
        if (isRefusal(said)) expect(said.message).toMatch(/^(?:body|form|webhook-id)/);
        else {
          told += 1;
          // What is read as generic may have many lines.
          expect(said.lines.length).toBeLessThanOrEqual(62);
          const lines = said.lines.slice(0, 11);
          expect(noticeFaults({ key: `${source}/`, ...said, lines }, source)).toEqual([]);
        }
      },
    ),
    { numRuns: runs(400) },
  );
  expect(told).toBeGreaterThan(50);
});
