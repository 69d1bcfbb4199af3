import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isObject } from "../../lib/base/is-object.ts";
import { languages } from "../../lib/model/language.ts";
import type { Notice } from "../../lib/model/notice.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { Format } from "../../lib/model/source.ts";
import { sources } from "../../lib/sources/index.ts";
import { hostileText } from "../support/hostile-text.ts";
import { inboundOf } from "../support/inbound.ts";
import { badBodies } from "./bad-bodies.ts";

const folder = new URL("../golden/facades/", import.meta.url);
const facades = readdirSync(folder).toSorted();

const formatOf = (name: string): Promise<Format> => sources[name as keyof typeof sources].load(inboundOf({}));

/** The bodies of a façade's goldens. */
const bodiesOf = (name: string): readonly unknown[] =>
  readdirSync(new URL(`${name}/`, folder))
    .filter((file) => file.endsWith(".json"))
    .map((file) => (JSON.parse(readFileSync(new URL(`${name}/${file}`, folder), "utf8")) as { body?: unknown }).body)
    .filter(isObject);

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, [], {}, "", 0, -1, 1e308, true, "javascript:alert(1)", [null], { text: { text: 7 } }),
  hostileText(8),
  fc.constantFrom("長".repeat(9_000), "*".repeat(9_000), "<".repeat(9_000), "[a](".repeat(3_000)),
);

/** A body in which some of the values, at any depth, are something else. */
const changed = (body: unknown): fc.Arbitrary<unknown> =>
  fc.array(fc.tuple(fc.nat(60), odd), { minLength: 1, maxLength: 5 }).map((changes) => {
    let at = 0;
    const put = new Map(changes);
    return JSON.parse(JSON.stringify(body), (_, value: unknown) =>
      put.has(at++) ? put.get(at - 1) : value,
    ) as unknown;
  });

const faultsOf = ({ title, lines, link, image }: Notice): readonly string[] => {
  const texts = [title, ...lines];
  const checks = {
    "control characters": texts.some((text) => /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text)),
    "a held piece": texts.some((text) => /[\uFDD0\uFDD1]/.test(text)),
    "half a character": texts.some((text) => !text.isWellFormed()),
    "empty or padded": texts.some((text) => text === "" || text !== text.trim()),
    "too much": texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) > 8_000,
    "no http address": [link, image].some(
      (url) => url !== undefined && !/^(?:https?:\/\/\S+|data:image\/.*)$/.test(url),
    ),
  };
  return Object.entries(checks).flatMap(([fault, found]) => (found ? [fault] : []));
};

describe.each(facades)("%s", (name) => {
  test("whatever a body holds, it is told cleanly or refused", async () => {
    const format = await formatOf(name);
    const ends = { told: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...bodiesOf(name)).chain(changed),
        fc.constantFrom(...languages),
        (body, language) => {
          const inbound = inboundOf({ body: JSON.stringify(body) });
          const parsed = format.parse(inbound, {});
          ends[isRefusal(parsed) ? "refused" : "told"] += 1;
          if (isRefusal(parsed)) return;
          const notice = format.map(parsed, { language, at: inbound.at, timeZone: "UTC" });
          expect(notice && faultsOf(notice)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
    expect(ends.told).toBeGreaterThan(100);
  });

  test.each(badBodies)("never thrown over: %s", async (_, body) => {
    const format = await formatOf(name);
    for (const type of ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
      expect(() => format.parse(inboundOf({ headers: { "content-type": type }, body }), {})).not.toThrow();
    expect({}).not.toHaveProperty("polluted");
  });
});
