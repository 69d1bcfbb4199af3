import { expect, test } from "vitest";
import { readWait } from "../../../lib/policy/intake/read-wait.ts";

test.each([
  ["wait=10", { applied: 10_000, granted: 10_000 }],
  ["wait=0", { applied: 0, granted: 8_000 }],
  ["wait=5", { applied: 5_000, granted: 8_000 }],
  ["wait=8", { applied: 8_000, granted: 8_000 }],
  ["wait=20", { applied: 20_000, granted: 20_000 }],
  ["wait=9999", { applied: 20_000, granted: 20_000 }],
  ['respond-async, Wait = "12"', { applied: 12_000, granted: 12_000 }],
  ["wait=10; foo", { applied: 10_000, granted: 10_000 }],
  ["await=10", undefined],
  ["wait=10s", undefined],
  ["wait=-1", undefined],
  ["wait", undefined],
  ["respond-async", undefined],
  [undefined, undefined],
])("Prefer: %s", (prefer, wait) => expect(readWait(prefer)).toEqual(wait));
