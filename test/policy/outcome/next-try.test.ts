import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../lib/model/outcome.ts";
import type { Permit } from "../../../lib/model/permit.ts";
import { type EndedTry, nextTry } from "../../../lib/policy/outcome/next-try.ts";
import { codes } from "../../../lib/qq/codes.ts";

type Refused = Extract<Outcome, { kind: "refused" }>;

const proactive: Permit = { kind: "proactive" };
const reply: Permit = { kind: "reply", anchor: { kind: "msg", id: "M1" }, seq: 1 };

const refused = (code: number): Refused =>
  ({ kind: "refused", ...codes[code], answer: { status: 400, code } }) as Refused;
const sent: Outcome = { kind: "sent", answer: { status: 200 } };
const inAudit: Outcome = { kind: "in-audit", auditId: "a", answer: { status: 202 } };
const duplicate: Outcome = { kind: "duplicate", answer: { status: 400 } };
const lost: Outcome = { kind: "unsure", answer: { message: "timeout" } };

const minute = 60_000;

/** What comes next, in words: `again after 300`, `picture anew`, `repair by links`. */
function next(outcome: Outcome, more: Partial<EndedTry> = {}, timeLeft = minute): string {
  const ended = { outcome, permit: proactive, wire: "v2", faults: 0, ...more } as const;
  const step = nextTry(ended, timeLeft, 1);
  if (step.kind === "again") return `again after ${step.after}${step.refusals ? " with the picture" : ""}`;
  if (step.kind === "picture") return `picture ${step.as}`;
  return step.kind === "repair" ? `repair by ${step.by.join(" ")}` : step.kind;
}

describe("what a try ends in", () => {
  it.each<[string, Outcome, Partial<EndedTry>, string]>([
    ["sent", sent, {}, "end"],
    ["in audit", inAudit, {}, "end"],
    ["a duplicate", duplicate, {}, "end"],
    ["a passing fault", refused(304007), {}, "again after 300"],
    ["a second passing fault", refused(304007), { faults: 1 }, "again after 600"],
    ["a third passing fault", refused(304007), { faults: 2 }, "again after 1200"],
    ["a fourth passing fault", refused(304007), { faults: 3 }, "end"],
    ["a fault to be repeated once", refused(11242), {}, "again after 300"],
    ["the same once more", refused(11242), { faults: 1 }, "end"],
    ["the pace in v2", refused(50002), {}, "end"],
    ["the pace in a guild", refused(50002), { wire: "guild" }, "again after 1300"],
    ["the quota", refused(304045), {}, "end"],
    ["a window that closed", refused(304027), { permit: reply }, "end"],
    ["a target that is gone", refused(304032), {}, "end"],
    ["content refused for good", refused(40034006), {}, "end"],
    ["a lost proactive answer", lost, {}, "end"],
    ["a lost reply in v2", lost, { permit: reply }, "again after 300"],
    ["a lost reply in a guild", lost, { permit: reply, wire: "guild" }, "end"],
    ["a link", refused(40054010), {}, "repair by links"],
    ["an ark without the right to it", refused(304004), {}, "repair by markdown text"],
    ["a link after passing faults", refused(40054010), { faults: 3 }, "repair by links"],
    ["a fault of the picture, in words alone", refused(304082), {}, "again after 300"],
    ["the last of these", refused(304082), { faults: 3 }, "repair by media"],
    ["a passing fault of a template", refused(50055006), {}, "again after 300"],
    ["the last of these", refused(50055006), { faults: 3 }, "repair by markdown text"],
  ])("%s", (_, outcome, more, step) => expect(next(outcome, more)).toBe(step));
});

describe("a picture", () => {
  const picture = (given: "file-info" | "url" | "bytes", ...said: readonly number[]) => ({
    picture: { given, refusals: said.map(refused) },
  });

  it.each<[string, Outcome, Partial<EndedTry>, string]>([
    ["taken", sent, picture("file-info"), "end"],
    ["trouble with it", refused(304082), picture("file-info"), "again after 1250 with the picture"],
    ["trouble again", refused(304082), picture("file-info", 304082), "picture anew"],
    ["the end of its ladder", refused(304082), picture("file-info", 304082, 304082, 304082), "picture none"],
    ["not fetched", refused(304010), picture("url", 304010), "picture anew"],
    ["too large", refused(304020), picture("bytes"), "picture none"],
    ["a link beside it", refused(40054010), picture("url"), "repair by links"],
    ["another passing fault", refused(304007), picture("url"), "again after 300"],
    ["a lost reply", lost, { ...picture("file-info"), permit: reply }, "again after 300"],
  ])("%s", (_, outcome, more, step) => expect(next(outcome, more)).toBe(step));

  it("takes the refusal along, for the next step of the ladder", () => {
    const ended = {
      outcome: refused(304083),
      permit: proactive,
      wire: "v2",
      faults: 0,
      ...picture("file-info", 304082),
    };
    expect(nextTry({ ...ended, wire: "v2" }, minute, 1)).toEqual({
      kind: "picture",
      as: "anew",
      refusals: [refused(304082), refused(304083)],
    });
  });
});

describe("when time runs out", () => {
  const file = { picture: { given: "file-info", refusals: [] } } as const;
  const anew = { picture: { given: "file-info", refusals: [refused(304082)] } } as const;

  it.each<[string, Outcome, Partial<EndedTry>, number, string]>([
    ["a wait that just fits", refused(304007), {}, 300, "again after 300"],
    ["one that does not", refused(304007), {}, 299, "end"],
    ["one that does not, of what can be repaired", refused(50055006), {}, 299, "repair by markdown text"],
    ["a repair needs none", refused(40054010), {}, -1, "repair by links"],
    ["a picture's wait that just fits", refused(304082), file, 1_250, "again after 1250 with the picture"],
    ["one that does not", refused(304082), file, 1_249, "picture none"],
    ["a picture that may just be prepared anew", refused(304082), anew, 0, "picture anew"],
    ["one that may not", refused(304082), anew, -1, "picture none"],
  ])("%s", (_, outcome, more, timeLeft, step) => expect(next(outcome, more, timeLeft)).toBe(step));
});
