import * as fc from "fast-check";
import { expect, test } from "vitest";
import { deliveryKey as keyWithin, repeatWithin } from "../../../lib/policy/intake/delivery-key.ts";
import { minute, second } from "../../../lib/base/time.ts";
import type { Source } from "../../../lib/model/source.ts";
import { sources } from "../../../lib/sources/index.ts";

const deliveryKey = (parsed: Parameters<typeof keyWithin>[0], when: Date) => keyWithin(parsed, 30 * minute, when).key;

const at = new Date("2026-11-21T20:00:00Z");
const later = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

test.each([
  ["72d3162e-cc78-11e3-81ab-4c9367dc0958", "72d3162e-cc78-11e3-81ab-4c9367dc0958"],
  [" job:42_a.1 ", "job:42_a.1"],
])("the sender's id %j is the key, whenever it comes", (id, key) => {
  expect(deliveryKey({ id, content: "x" }, at)).toBe(key);
  expect(deliveryKey({ id, content: "y" }, later(600))).toBe(key);
});

test.each(["a b", "a#b", "订单 1", "x".repeat(129)])("an id that is no plain word is hashed: %j", (id) => {
  expect(deliveryKey({ id }, at)).toMatch(/^sha256-[0-9a-f]{64}$/);
  expect(deliveryKey({ id }, later(600))).toBe(deliveryKey({ id }, at));
  expect(deliveryKey({ id: `${id}.` }, at)).not.toBe(deliveryKey({ id }, at));
});

test("the same content is the same delivery within half an hour of the clock, if that is the span, and a new one after it", () => {
  const key = deliveryKey({ content: "disk full" }, at);
  expect(key).toMatch(/^[0-9a-f]{32}@\d+$/);
  expect(deliveryKey({ content: "disk full" }, later(29))).toBe(key);
  expect(deliveryKey({ content: "disk full" }, later(30))).not.toBe(key);
  expect(deliveryKey({ content: "disk full." }, at)).not.toBe(key);
  expect(deliveryKey({ id: " ", content: "disk full" }, at)).toBe(key);
});

test("a shorter span makes the same words two deliveries sooner", () => {
  const keyAt = (minutes: number) => keyWithin({ content: "在吗" }, 2 * minute, later(minutes)).key;
  expect(keyAt(1)).toBe(keyAt(0));
  expect(keyAt(2)).not.toBe(keyAt(0));
});

test.each([
  ["30 minutes", 30 * minute, 2],
  ["2 minutes", 2 * minute, 1],
])("of a span of %s, its beginning looks back for a first request that was just before", (_, span, minutes) => {
  const before = keyWithin({ content: "在吗" }, span, later(-0.01));
  const after = keyWithin({ content: "在吗" }, span, at);
  expect(after.earlier).toEqual({ key: before.key, since: later(-minutes).getTime() });
  expect(keyWithin({ content: "在吗" }, span, later(minutes - 0.01)).earlier?.key).toBe(before.key);
  expect(keyWithin({ content: "在吗" }, span, later(minutes)).earlier).toBeUndefined();
  expect(keyWithin({ id: "1", content: "在吗" }, span, at)).toEqual({ key: "1" });
});

test("different ids never share a key", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      fc.pre(a.trim() !== "" && b.trim() !== "" && a.trim() !== b.trim());
      expect(deliveryKey({ id: a }, at)).not.toBe(deliveryKey({ id: b }, at));
    }),
  );
});

test("a source that tells neither is at fault", () => {
  expect(() => deliveryKey({}, at)).toThrow("neither a delivery id nor a content");
});

/** Their bodies say neither when nor which: what goes off again is no repeat for long. */
const timeless: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ["sonarr", "radarr", "lidarr", "readarr", "prowlarr", "coolify", "uptimerobot", "healthchecks"].map((name) => [
      name,
      2 * minute,
    ]),
  ),
  "uptime-kuma": 10 * second,
};

const usual = ({ name, dialect }: Source): number => (dialect?.taken ? 10 * second : (timeless[name] ?? 30 * minute));

test.each(Object.values<Source>(sources))(
  "a repeat to $name is one for half an hour, shorter where bodies tell no time, for a moment where people chat, or as long as the route says",
  (source) => {
    expect(repeatWithin({}, source)).toBe(usual(source));
    expect(repeatWithin({ repeat: "2m" }, source)).toBe(2 * minute);
    expect(repeatWithin({}, source, { repeatWithin: 7 })).toBe(7);
    expect(repeatWithin({ repeat: "2m" }, source, { repeatWithin: 7 })).toBe(2 * minute);
  },
);
