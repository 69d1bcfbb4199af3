import { expect, it } from "vitest";
import { minute, second } from "../../../lib/base/time.ts";
import type { Outcome } from "../../../lib/model/outcome.ts";
import { isOutage, outageWait } from "../../../lib/policy/outcome/breaker.ts";

const again = (answer: Outcome["answer"]): Outcome => ({ kind: "refused", as: "again", answer });

it.each<[string, Outcome, boolean]>([
  ["no connection", again({ message: "no connection (ECONNREFUSED)" }), true],
  ["a lost answer", { kind: "unsure", answer: {} }, true],
  ["a page of a proxy", { kind: "unsure", answer: { status: 504 } }, true],
  ["an error of the server's with a code", again({ status: 500, code: 304007 }), true],
  ["a code to try again", again({ status: 400, code: 50055001 }), false],
  ["a code that leaves it open", { kind: "unsure", answer: { status: 400, code: 304016 } }, false],
  ["a picture", { kind: "refused", as: "media", answer: { status: 500, code: 304083 } }, false],
  ["a message too long", { kind: "refused", as: "fix", answer: { status: 500, code: 1000001 } }, false],
  ["a message that arrived", { kind: "sent", answer: { status: 200 } }, false],
])("%s", (_, outcome, counts) => {
  expect(isOutage(outcome)).toBe(counts);
});

it("opens at the third failure in a row, for longer each time, up to two minutes", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7].map((failures) => outageWait({ failures, openUntil: 0 }));
  expect(waits).toEqual([0, 0, 30 * second, minute, 2 * minute, 2 * minute, 2 * minute]);
});
