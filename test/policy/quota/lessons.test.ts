import { describe, expect, it, test } from "vitest";
import { day, hour, minute } from "../../../lib/base/time.ts";
import type { Evidence, EvidenceChange } from "../../../lib/model/evidence.ts";
import type { Outcome, RefusedKind } from "../../../lib/model/outcome.ts";
import { askedUntil, lessonOf, replyLesson } from "../../../lib/policy/quota/lessons.ts";
import { readAnswer } from "../../../lib/qq/read-answer.ts";
import { noon } from "../../support/build.ts";

const december = Date.parse("2026-12-01T00:00:00+08:00");
const january = Date.parse("2027-01-01T00:00:00+08:00");

const sent: Outcome = { kind: "sent", answer: { status: 200 } };

/** QQ's answer of a code to a push. */
const code = (code: number, permit: "proactive" | "reply" = "proactive"): Outcome =>
  readAnswer({ status: 400, text: JSON.stringify({ code, message: "no" }) }, permit);

const refused = (as: RefusedKind): Outcome => ({ kind: "refused", as, answer: {} });

const answered = { askedUntil: null, asks: null };
const proof = (provenSince: number) => ({ ...answered, refusedUntil: null, provenSince, provenAt: noon });
const refusal = { ...answered, provenSince: null, provenAt: null, refusedUntil: december };

type Push = { readonly asked?: boolean; readonly beyond?: boolean; readonly wide?: boolean };

/** The push that asks goes beyond by the wider rules; those behind it do too. */
const asked: Push = { asked: true, beyond: true, wide: true };
const beyond: Push = { beyond: true, wide: true };

const learnt = (outcome: Outcome, push: Push, evidence: Evidence = {}, now = noon): EvidenceChange | undefined =>
  lessonOf({ outcome, asked: false, beyond: false, wide: false, ...push }, evidence, now);

describe("what the push that asks shows", () => {
  test.each<[string, Outcome, EvidenceChange | undefined]>([
    ["taken", sent, proof(noon)],
    ["22009, that no push is left", code(22009), refusal],
    ["40034100, which is about rows of the wider rules", code(40034100), proof(noon)],
    ["40034102, no permission", code(40034102), answered],
    ["40034105, the owner's switch", code(40034105), answered],
    ["40054013, the user's", code(40054013), answered],
    ["40034101, not in the group", code(40034101), answered],
    ["40054002, muted", code(40054002), answered],
    ["40054010, a link", code(40054010), undefined],
    ["50055001, a passing fault", code(50055001), undefined],
    ["40034122, of wake-up messages", code(40034122), undefined],
    ["HTTP 429 without a code", { ...refused("rate"), answer: { status: 429 } }, undefined],
    ["304022, the night", code(304022), undefined],
    ["no answer", { kind: "unsure", answer: {} }, undefined],
    ["in audit", { kind: "in-audit", auditId: "A", answer: {} }, undefined],
    ["a bad token", refused("auth"), undefined],
  ])("%s", (_, outcome, lesson) => {
    expect(learnt(outcome, asked, { askedUntil: noon + 1, asks: 1 })).toEqual(lesson);
  });

  it("since when it was so is kept through the proofs", () => {
    expect(learnt(sent, asked, { provenSince: 7, provenAt: noon - 31 * day })).toEqual(proof(7));
  });
});

describe("what any other push shows", () => {
  const proven = (ago: number): Evidence => ({ provenSince: 7, provenAt: noon - ago });

  test.each<[string, Outcome, Push, Evidence, EvidenceChange | undefined]>([
    ["one within the older rules, taken", sent, {}, {}, undefined],
    ["one within the older rules, taken under the wider ones", sent, { wide: true }, proven(9 * day), undefined],
    ["one beyond them, a day after the last proof", sent, beyond, proven(day), proof(7)],
    ["one beyond them, within a day of it", sent, beyond, proven(day - 1), undefined],
    ["one that QQ refused for its pace", code(40034100), {}, {}, proof(noon)],
    ["one that QQ refused for its pace, which is known", code(40034100), beyond, proven(1), undefined],
    ["22009 with room left: the bot is used elsewhere too", code(22009), {}, {}, refusal],
    ["22009 under the wider rules: they hold no longer", code(22009), beyond, proven(1), refusal],
    ["22009 once more", code(22009), {}, { refusedUntil: december }, undefined],
    ["no permission", code(40034102), {}, {}, undefined],
  ])("%s", (_, outcome, push, evidence, lesson) => {
    expect(learnt(outcome, push, evidence)).toEqual(lesson);
  });

  it("a refusal in a month's first hour may be about the last one, but of what our own count used up", () => {
    const early = december + hour - 1;
    expect(learnt(code(22009), {}, {}, early)).toBeUndefined();
    expect(learnt(code(22009), {}, {}, early + 1)).toMatchObject({ refusedUntil: january });
    expect(learnt(code(22009), asked, {}, early)).toMatchObject({ refusedUntil: january });
    expect(learnt(code(22009), { wide: true }, proven(day), early)).toMatchObject({ refusedUntil: january });
  });
});

it("a push without an answer keeps others from asking for a minute, ten, an hour, or as long as it may be under way", () => {
  const until = (asks: number, deadline = noon) => askedUntil({ asks }, deadline, noon) - noon;
  expect([0, 1, 2, 9].map((asks) => until(asks))).toEqual([minute, 10 * minute, hour, hour]);
  expect(until(0, noon + 2 * minute)).toBe(2 * minute);
});

describe("what a refused reply shows", () => {
  const reply = (seq: number, outcome: Outcome, more: object = {}, scene: "c2c" | "group" = "c2c") =>
    replyLesson(
      scene,
      {
        permit: { kind: "reply", anchor: { kind: "msg", id: "M" }, seq, ...more },
        outcome,
        closesAt: noon + minute,
      },
      noon,
    );
  const lesson = { repliesRefusedAt: noon };

  test.each<[string, EvidenceChange | undefined, EvidenceChange | undefined]>([
    ["the fifth, 40034128", reply(5, code(40034128, "reply")), lesson],
    ["the fifth, 22009", reply(5, code(22009, "reply")), lesson],
    ["the fourth", reply(4, code(40034128, "reply")), undefined],
    ["the fifth, too late", reply(5, code(304103, "reply")), undefined],
    ["the fifth, taken", reply(5, sent), undefined],
    ["the fifth, of an event", reply(5, code(40034128), { anchor: { kind: "event", id: "E" } }), undefined],
    ["the fifth, in a group, where both texts allow five", reply(5, code(40034128), {}, "group"), undefined],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));

  it("nothing once its window is over", () => {
    const permit = { kind: "reply", anchor: { kind: "msg", id: "M" }, seq: 5 } as const;
    expect(replyLesson("c2c", { permit, outcome: code(40034128), closesAt: noon }, noon)).toBeUndefined();
  });
});
