import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Inbound } from "../../lib/model/inbound.ts";
import { languages } from "../../lib/model/language.ts";
import { isRefusal } from "../../lib/model/refusal.ts";
import type { Format } from "../../lib/model/source.ts";
import { presets } from "../../lib/sources/presets.ts";
import { hostileText } from "../support/hostile-text.ts";
import { inboundOf } from "../support/inbound.ts";
import { runs } from "../support/runs.ts";
import { badBodies } from "./bad-bodies.ts";

const folder = new URL("../golden/presets/", import.meta.url);

type Sample = { readonly name: string; readonly body: unknown };

const samples: readonly Sample[] = readdirSync(folder).flatMap((name) =>
  readdirSync(new URL(`${name}/`, folder))
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const { body } = JSON.parse(readFileSync(new URL(`${name}/${file}`, folder), "utf8")) as { body?: unknown };
      return body === undefined ? [] : [{ name, body }];
    }),
);

const formats = new Map<string, Format>();
for (const { name, load } of Object.values(presets)) formats.set(name, await load());

const say = (name: string, inbound: Inbound, language: (typeof languages)[number]) => {
  const format = formats.get(name);
  const parsed = format?.parse(inbound, {});
  if (!format || !parsed) return undefined;
  if (isRefusal(parsed)) return parsed;
  return format.map(parsed, { language, at: inbound.at, timeZone: "Asia/Shanghai", isNamed: true });
};

const value = fc.oneof(
  fc.constantFrom(null, [], {}, "", 0, -1, 1e308, true, "2026-13-45", "javascript:alert(1)", [null], { a: [] }),
  hostileText(8),
  fc.constant("長".repeat(5_000)),
);

/** Puts a value in the place of some of a body's members. */
const changed = (body: unknown, seed: number, put: unknown): unknown => {
  let count = 0;
  return JSON.parse(JSON.stringify(body), (key, old: unknown) => {
    count += 1;
    return key !== "" && (count * 7 + seed) % 11 === 0 ? put : old;
  }) as unknown;
};

test("whatever becomes of a body, it is told cleanly or refused with its place", () => {
  const property = fc.property(
    fc.constantFrom(...samples),
    fc.nat(10),
    value,
    fc.constantFrom(...languages),
    ({ name, body }, seed, put, language) => {
      const said = say(name, inboundOf({ body: JSON.stringify(changed(body, seed, put)) }), language);
      if (said === undefined) throw new Error("named, and not told");
      if (isRefusal(said)) {
        expect(said.message).toMatch(/^body\.[\w.:, [\]]+missing;/);
        return;
      }
      for (const text of [said.title, ...said.lines]) {
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|undefined|\[object/u);
        expect([text, text.isWellFormed()]).toEqual([text.trim(), true]);
      }
      expect(said.title).not.toBe("");
      expect(said.title.length).toBeLessThan(200 * 16);
      expect(new Date(said.at).toISOString()).toBe(said.at);
      if (said.link !== undefined) expect(said.link).toMatch(/^https?:\/\/\S+$/);
      if (said.key !== undefined) expect(said.key.startsWith(`${name}/`)).toBe(true);
    },
  );
  fc.assert(property, { numRuns: runs(1_000) });
});

describe.each([...formats])("%s", (_, format) => {
  it.each(badBodies)("refuses %s in both languages", (__, body) => {
    const parsed = format.parse(inboundOf({ body }), {});
    expect(parsed).toMatchObject({
      refusal: expect.stringMatching(/^(?:unreadable|invalid)$/),
      message: expect.stringMatching(/^[^·]+ · .*\p{Script=Han}/su),
    });
  });
});
