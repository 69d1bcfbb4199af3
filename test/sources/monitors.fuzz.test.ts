import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import { sources } from "../../lib/sources/index.ts";
import { type Change, change, changed } from "../support/changed-json.ts";
import type { Json } from "../support/github.ts";
import { inboundOf } from "../support/inbound.ts";
import { runs } from "../support/runs.ts";
import { badBodies } from "./bad-bodies.ts";
import { casesOf, monitors, readCase, requestOf } from "./monitors.ts";
import { noticeFaults } from "./notice-faults.ts";

/** A notice of a mere message is about nothing. */
const faultsOf = (...[notice, source]: Parameters<typeof noticeFaults>): readonly string[] =>
  noticeFaults({ ...notice, key: notice.key ?? `${source}/` }, source);

describe.each(monitors)("%s", (name) => {
  const cases = casesOf(name)
    .map((file) => readCase(name, file))
    .filter(({ body }) => body !== undefined);

  test("whatever becomes of a body, it is told cleanly, ignored or refused by its place", async () => {
    const format = await sources[name].load();
    const ends = { told: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...languages),
        ({ body, ...request }, changes: readonly Change[], language) => {
          const inbound = requestOf({ ...request, body: changes.reduce<Json>(changed, body as Json) });
          const parsed = format.parse(inbound, {});
          ends[isRefusal(parsed) ? "refused" : "told"] += 1;
          if (isRefusal(parsed)) expect(parsed.message).toMatch(/^(?:body|header).* · (?:正文|请求头|body)/s);
          else {
            const notice = format.map(parsed, { language, at: inbound.at, timeZone: "UTC" });
            expect(notice ? faultsOf(notice, name) : []).toEqual([]);
          }
        },
      ),
      { numRuns: runs(400) },
    );
    expect(ends.told).toBeGreaterThan(100);
  });

  test.each(badBodies)("never thrown over, and never told: %s", async (_, body) => {
    const format = await sources[name].load();
    const headers = { "content-type": "application/json", "sentry-hook-resource": "issue" };
    const parsed = format.parse(inboundOf({ headers, body }), {});
    if (name !== "healthchecks") expect(isRefusal(parsed)).toBe(true);
    expect({}).not.toHaveProperty("polluted");
  });
});
