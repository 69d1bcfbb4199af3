import { describe, expect, it } from "vitest";
import type { Claim } from "../../../lib/model/claim.ts";
import type { Outcome, RefusedKind } from "../../../lib/model/outcome.ts";
import { refusedKinds } from "../../../lib/model/outcome.ts";
import type { Permit } from "../../../lib/model/permit.ts";
import type { TargetState } from "../../../lib/model/standing.ts";
import type { Target } from "../../../lib/model/target.ts";
import type { ReplyWindow } from "../../../lib/model/window.ts";
import { judge } from "../../../lib/policy/outcome/verdict.ts";
import { codes } from "../../../lib/qq/codes.ts";
import { delivery, group, noon, replyWindow } from "../../support/build.ts";

const proactive: Permit = { kind: "proactive" };
const reply: Permit = { kind: "reply", anchor: { kind: "msg", id: "M1" }, seq: 2 };
const channel: Target = { scene: "channel", id: "1" };
const minute = 60_000;
const pace = { of: "target", excess: "pace" } as const;

const verdictOf = (
  outcome: Outcome,
  {
    permit = proactive,
    target = group,
    attempts = 0,
    sentBefore = false,
    onUnsure = "resend",
    state = {},
    windows = [],
  }: {
    readonly permit?: Permit;
    readonly target?: Target;
    readonly attempts?: number;
    readonly sentBefore?: boolean;
    readonly onUnsure?: "resend" | "assume-sent";
    readonly state?: TargetState;
    readonly windows?: readonly ReplyWindow[];
  } = {},
) => {
  const claim: Claim = { id: "c1", permit, deliveries: ["x"], at: noon };
  return judge(
    {
      deliveries: [delivery({ id: "x", target, attempts })],
      state,
      windows,
      claim,
      outcome,
      sentBefore,
      steps: [],
      told: { summed: [], counted: [] },
    },
    () => onUnsure,
    1,
    noon,
  );
};

const refused = (as: RefusedKind, code?: number): Outcome => ({
  kind: "refused",
  as,
  answer: { status: 400, ...(code !== undefined && { code }) },
});

describe("judge", () => {
  it("settles what was sent, with QQ's id", () => {
    const { settlements, refund } = verdictOf({ kind: "sent", messageId: "m", answer: { status: 200, traceId: "t" } });
    expect(settlements).toEqual([
      {
        id: "x",
        state: "sent",
        attempts: 1,
        claim: "c1",
        tried: { by: "proactive", at: noon },
        messageId: "m",
        told: "worded",
        last: { status: 200, traceId: "t", at: noon },
      },
    ]);
    expect(refund).toBe(false);
  });

  it("keeps what is in audit out of the outbox", () => {
    const { settlements } = verdictOf({ kind: "in-audit", auditId: "a", answer: { status: 202, code: 304023 } });
    expect(settlements).toMatchObject([{ state: "in-audit", auditId: "a" }]);
  });

  it("reads a duplicate as sent only where the pair went out before", () => {
    const duplicate: Outcome = { kind: "duplicate", answer: { status: 400, code: 40054005 } };
    expect(verdictOf(duplicate, { permit: reply, sentBefore: true }).settlements).toMatchObject([{ state: "sent" }]);
    const fresh = verdictOf(duplicate, { permit: reply }).settlements;
    expect(fresh).toMatchObject([{ state: "pending" }]);
    expect(fresh[0]).not.toHaveProperty("permit");
  });

  it.each([
    ["again", { pending: true, refund: true, notBefore: minute / 2 }],
    ["media", { pending: true, refund: true, notBefore: minute / 2 }],
    ["rate", { pending: true, refund: true, notBefore: minute, pauseUntil: minute, close: pace }],
    ["quota", { pending: true, refund: true, close: { of: "target", excess: "quota" } }],
    ["window", { pending: true, refund: true, notBefore: minute / 2 }],
    ["anchor", { pending: true, refund: true, notBefore: minute / 2 }],
    ["denied", { pending: true, refund: true, change: { deniedTimes: 1, deniedUntil: noon + 60 * minute } }],
    ["gone", { pending: true, refund: true, change: { address: null, goneTimes: 1, goneUntil: noon + 60 * minute } }],
    ["muted", { pending: true, refund: true, change: { mutedUntil: noon + 30 * minute } }],
    ["fix", { pending: false, refund: true }],
    ["dead", { pending: false, refund: true }],
    ["config", { pending: true, refund: true, notBefore: 5 * minute, pauseUntil: 5 * minute }],
    ["auth", { pending: true, refund: true, notBefore: minute, pauseUntil: minute }],
    ["gateway", { pending: true, refund: true, notBefore: 10 * minute, pauseUntil: 10 * minute }],
  ] as const)("a proactive send refused as %s", (as, wanted: Record<string, unknown>) => {
    const { settlements, refund, close, change, pauseUntil } = verdictOf(refused(as));
    const [settlement] = settlements;
    expect({
      pending: settlement?.state === "pending",
      refund,
      ...(settlement?.notBefore !== undefined && { notBefore: settlement.notBefore - noon }),
      ...(close !== undefined && { close }),
      ...(Object.keys(change).length > 0 && { change }),
      ...(pauseUntil !== undefined && { pauseUntil: pauseUntil - noon }),
    }).toEqual(wanted);
    if (settlement?.state !== "pending") expect(settlement?.state).toBe("failed");
  });

  it("has a reaction for every kind of refusal", () => {
    for (const as of refusedKinds) expect(verdictOf(refused(as)).settlements).toHaveLength(1);
  });

  it.each([
    [304045, "target"],
    [304047, "guild"],
    [304035, "guild"],
    [304050, "bot"],
    [22009, "target"],
    [304022, "night"],
  ] as const)("closes the counter that %d is about: %s", (code, close) => {
    const meaning = codes[code];
    expect(meaning).toMatchObject({ as: "quota" });
    expect(verdictOf({ ...refused("quota", code), ...meaning } as Outcome).close).toEqual({
      of: close,
      excess: "quota",
    });
  });

  it("counts a refusal for speed by itself, however often the delivery was tried", () => {
    for (const attempts of [0, 3, 9]) expect(verdictOf(refused("rate"), { attempts }).close).toEqual(pace);
  });

  it.each(refusedKinds)("closes no push for a reply refused as %s", (as) => {
    expect(verdictOf(refused(as), { permit: reply }).close).toBeUndefined();
  });

  it("says that QQ takes pushes again when it took one, and not when it took a reply", () => {
    const sent: Outcome = { kind: "sent", answer: { status: 200 } };
    expect(verdictOf(sent).passed).toBe(true);
    expect(verdictOf(sent, { permit: reply }).passed).toBeUndefined();
  });

  it("keeps a refused reply's seq for the retry, and forgets the window that takes no more", () => {
    expect(verdictOf(refused("again"), { permit: reply }).settlements).toMatchObject([{ permit: reply }]);
    const expired = verdictOf(refused("window"), { permit: reply });
    expect(expired.dropWindow).toEqual({ kind: "msg", id: "M1" });
    expect(expired.settlements[0]).not.toHaveProperty("permit");
    expect(expired.refund).toBe(false);
  });

  it.each([
    ["a passing fault", refused("again", 304082), 120 * minute],
    ["a lost answer", { kind: "unsure", answer: {} } as const, 180 * minute],
    ["QQ out of reach", { kind: "refused", as: "again", answer: {} } as const, minute / 2],
  ])("never ends a delivery for %s, however often it was tried", (_, outcome, wait) => {
    const settled = verdictOf(outcome, { attempts: 500 }).settlements[0];
    expect([settled?.state, (settled?.notBefore ?? 0) - noon]).toEqual(["pending", wait]);
  });

  it("forgets what QQ said against pushes when it takes one, and by a reply only that the target is gone", () => {
    const state: TargetState = { deniedTimes: 2, deniedUntil: noon, goneTimes: 1, goneUntil: noon };
    const sent: Outcome = { kind: "sent", answer: { status: 200 } };
    expect(verdictOf(sent, { state }).change).toEqual({
      deniedTimes: null,
      deniedUntil: null,
      goneTimes: null,
      goneUntil: null,
    });
    expect(verdictOf(sent, { state, permit: reply }).change).toEqual({ goneTimes: null, goneUntil: null });
    expect(verdictOf(sent).change).toEqual({});
  });

  it("waits for the permits that there were, so that a newer window is none of it", () => {
    const windows = [replyWindow(), replyWindow({ openedAt: noon - 5_000 })];
    expect(verdictOf(refused("again"), { windows }).settlements[0]?.waitsFrom).toBe(noon - 5_000);
    expect(verdictOf(refused("again")).settlements[0]?.waitsFrom).toBe(0);
    expect(verdictOf(refused("dead"), { windows }).settlements[0]).not.toHaveProperty("waitsFrom");
  });

  it("pauses the target when QQ could not be reached at all", () => {
    const unreached: Outcome = { kind: "refused", as: "again", answer: { message: "connection refused" } };
    expect(verdictOf(unreached).pauseUntil).toBe(noon + minute / 2);
  });

  describe("a lost answer", () => {
    const lost: Outcome = { kind: "unsure", answer: { message: "timeout" } };

    it("of a reply that QQ deduplicates leaves the claim unfinished, to be repeated", () => {
      const { settlements, pauseUntil } = verdictOf(lost, { permit: reply });
      expect(settlements).toMatchObject([{ state: "pending", attempts: 1 }]);
      expect(settlements[0]?.claim).toBeUndefined();
      expect(pauseUntil).toBe(noon + minute / 2);
    });

    it.each([
      ["a proactive send", proactive, group],
      ["a reply in a guild", reply, channel],
    ])("of %s is the route's to decide, and its unit is in doubt", (_, permit, target) => {
      const resend = verdictOf(lost, { permit, target });
      expect(resend).toMatchObject({
        refund: false,
        doubt: permit.kind === "proactive",
        settlements: [{ state: "pending", claim: "c1", notBefore: noon + minute }],
      });
      const assumed = verdictOf(lost, { permit, target, onUnsure: "assume-sent" });
      expect(assumed).toMatchObject({ refund: false, settlements: [{ state: "unsure" }] });
    });
  });
});
