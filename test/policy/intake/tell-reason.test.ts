import { expect, test } from "vitest";
import type { Delivery } from "../../../lib/model/delivery.ts";
import { reasonOfRepeat, reasonOfSilence, reasonOfState } from "../../../lib/policy/intake/tell-reason.ts";

test.each([
  ["only", "stopped by the route's only"],
  ["branch", "stopped by the route's branches"],
  ["bot", "stopped by the route's ignoreBots"],
  ["nothing to tell", "nothing to tell"],
] as const)("ignored for %s: %s", (silent, reason) => {
  expect(reasonOfSilence(silent)).toBe(reason);
});

const at = 0;

test.each<[Pick<Delivery, "state" | "last">, string | undefined, string]>([
  [{ state: "pending" }, undefined, "the first one is pending"],
  [{ state: "sent", last: { at, status: 200 } }, undefined, "the first one is sent"],
  [
    { state: "expired", last: { at, note: "older than 6h" } },
    "older than 6h",
    "the first one is expired (older than 6h)",
  ],
  [
    { state: "failed", last: { at, status: 400, code: 40034006, message: "含违规内容" } },
    "40034006 含违规内容",
    "the first one is failed (40034006 含违规内容)",
  ],
  [
    { state: "failed", last: { at, status: 502, note: "given up after the last retry" } },
    "given up after the last retry: HTTP 502",
    "the first one is failed (given up after the last retry: HTTP 502)",
  ],
  [{ state: "unsure", last: { at } }, undefined, "the first one is unsure"],
])("%j: %s", (delivery, ofState, ofRepeat) => {
  expect(reasonOfState(delivery)).toBe(ofState);
  expect(reasonOfRepeat(delivery)).toBe(ofRepeat);
});
