import * as fc from "fast-check";
import type { Json, JsonObject } from "./github.ts";
import { hostileText } from "./hostile-text.ts";

/** Each step picks a field one level deeper; the last one is cut out or replaced. */
export type Change = { readonly steps: readonly number[]; readonly value: Json | undefined };

export const change: fc.Arbitrary<Change> = fc.record({
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

/** A body with one of its fields cut out or replaced. */
export const changed = (value: Json, { steps, value: put }: Change): Json => {
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
