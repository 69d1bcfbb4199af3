import fc from "fast-check";
import { expect, it } from "vitest";
import { hour, minute } from "../../../lib/base/time.ts";
import type { Claim } from "../../../lib/model/claim.ts";
import { presets } from "../../../lib/model/limits.ts";
import { type Outcome, refusedKinds } from "../../../lib/model/outcome.ts";
import type { Send } from "../../../lib/model/plan.ts";
import { type SceneName, sceneNames } from "../../../lib/model/scene.ts";
import type { Standing } from "../../../lib/model/standing.ts";
import { judge, type Verdict } from "../../../lib/policy/outcome/verdict.ts";
import { plan } from "../../../lib/policy/plan/plan.ts";
import { resolvePolicy } from "../../../lib/policy/plan/plan-rules.ts";
import { refusedUntil } from "../../../lib/policy/quota/refused-until.ts";
import { delivery, noon, replyWindow, standing } from "../../support/build.ts";
import { runs } from "../../support/runs.ts";

const quotaZone = "Asia/Shanghai";
const policy = resolvePolicy(undefined);

const rulesOf = (scene: SceneName) => ({
  limits: presets.published[scene],
  policyOf: () => policy,
  quotaZone,
  timeZone: quotaZone,
  shortestWait: policy.maxAge,
});

const anyRefusal: fc.Arbitrary<Outcome> = fc.oneof(
  fc.record({
    kind: fc.constant("refused" as const),
    as: fc.constantFrom(...refusedKinds),
    answer: fc.constantFrom({}, { status: 400, code: 1 }, { status: 503 }),
  }),
  fc.constantFrom<Outcome>({ kind: "unsure", answer: {} }, { kind: "duplicate", answer: { code: 40054005 } }),
);

const anyStart = fc.record({
  scene: fc.constantFrom(...sceneNames),
  refusal: anyRefusal,
  notices: fc.integer({ min: 1, max: 4 }),
  windows: fc.integer({ min: 0, max: 2 }),
  isAnswer: fc.boolean(),
});

const claimOf = ({ by, deliveries }: Send, at: number): Claim => ({
  id: `claim at ${at}`,
  permit: by.kind === "reply" ? { kind: "reply", anchor: by.anchor, seq: by.seq ?? 1 } : { kind: "proactive" },
  deliveries: deliveries.map(({ id }) => id),
  at,
});

const without = (change: object): object => Object.fromEntries(Object.entries(change).filter(([, to]) => to !== null));

/** A standing as the end of a send leaves it. */
function afterwards(before: Standing, claim: Claim, verdict: Verdict, now: number): Standing {
  const settled = new Map(verdict.settlements.map((settlement) => [settlement.id, settlement]));
  const limits = presets.published[before.target.scene];
  const refused = before.quota.refused;
  const { close } = verdict;
  const times = close ? (refused[close.excess] ?? 0) + 1 : 0;
  const until = close ? refusedUntil({ excess: close.excess, times }, limits.proactive, quotaZone, now) : 0;
  const isGone = (id: string) => verdict.dropWindow?.id === id;
  return {
    ...before,
    deliveries: before.deliveries.flatMap((each) => {
      const settlement = settled.get(each.id);
      if (!settlement) return [each];
      const { notBefore: _, waitsFrom: _from, permit: _permit, ...rest } = each;
      return settlement.state === "pending" ? [{ ...rest, ...settlement } as typeof each] : [];
    }),
    windows: before.windows
      .filter(({ anchor }) => !isGone(anchor.id))
      .map((window) =>
        claim.permit.kind === "reply" && claim.permit.anchor.id === window.anchor.id
          ? { ...window, claim, used: window.used + 1 }
          : window,
      ),
    quota: close ? { ...before.quota, refused: { ...refused, [close.excess]: times } } : before.quota,
    state: without({
      ...before.state,
      ...verdict.change,
      ...(close && { sharedClosedUntil: until }),
    }),
  };
}

/** When (ms) QQ is asked in an hour, where its answer is always the same and the target is looked at when it is due. */
function requestsInAnHour(start: Standing, refusal: Outcome): readonly number[] {
  const rules = rulesOf(start.target.scene);
  const requests: number[] = [];
  let at = start;
  for (let now = noon; now < noon + hour;) {
    const { sends, finish, next } = plan(at, rules, now);
    const over = new Set(finish.map(({ delivery: { id } }) => id));
    at = { ...at, deliveries: at.deliveries.filter(({ id }) => !over.has(id)) };
    const [send] = sends;
    if (!send) {
      if (next === undefined) break;
      now = Math.max(next, now + 1);
      continue;
    }
    const claim = send.by.kind === "repeat" ? send.by.claim : claimOf(send, now);
    const { deliveries } = send;
    const isRepeat = send.by.kind === "repeat";
    requests.push(now);
    expect(requests.filter((request) => request === now).length).toBeLessThan(20);
    const { windows } = at;
    const ended = {
      deliveries,
      windows,
      state: at.state,
      claim,
      outcome: refusal,
      sentBefore: isRepeat,
      isRepeat,
      steps: [],
      told: { summed: [], counted: [] },
    };
    const verdict = judge(ended, () => "resend", 0.5, now);
    at = afterwards(at, claim, verdict, now);
    if (verdict.pauseUntil !== undefined) now = Math.max(now, verdict.pauseUntil);
  }
  return requests;
}

it("asks QQ never again at once for what it refused, whatever it says and by whatever permit", () => {
  fc.assert(
    fc.property(anyStart, ({ scene, refusal, notices, windows, isAnswer }) => {
      const target = { scene, id: "T" } as const;
      const { times } = presets.published[scene].reply;
      const { times: _, ...open } = replyWindow();
      const all = Array.from({ length: windows }, (__, at) => ({
        ...open,
        ...(times !== null && { times }),
        anchor: { kind: "msg", id: `M${at}` } as const,
        closesAt: noon + (4 + at) * minute,
      }));
      const told = Array.from({ length: notices }, () => delivery({ target }));
      const [first] = all;
      const answer = isAnswer && first ? [delivery({ target, answers: first.anchor })] : [];
      const requests = requestsInAnHour(standing({ target, deliveries: [...told, ...answer], windows: all }), refusal);
      const minutes = Map.groupBy(requests, (at) => Math.floor((at - noon) / minute));
      const most = Math.max(0, ...[...minutes.values()].map((all) => all.length));
      expect(most).toBeLessThanOrEqual(3 * (told.length + answer.length + windows));
    }),
    { numRuns: runs(500) },
  );
});
