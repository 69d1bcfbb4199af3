import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { emptyQuota } from "../../lib/model/quota.ts";
import type { Target } from "../../lib/model/target.ts";
import { connect, localAt } from "../../lib/store/dynamo/client.ts";
import { openDynamo } from "../../lib/store/dynamo/table.ts";
import { createStore } from "../../lib/store/store.ts";
import { delivery, noon, notice } from "../support/build.ts";
import { engines, type TestEngine } from "../support/engines.ts";
import { startWeakLink } from "../support/weak-link.ts";

describe.each(engines)("the store on %s", (_, start) => {
  let engine: TestEngine;
  let store: ReturnType<typeof createStore>;
  let target: Target;
  let targets = 0;
  beforeAll(async () => {
    engine = await start();
    store = createStore(engine.table, 30);
  });
  afterAll(() => engine.stop());
  beforeEach(() => {
    targets += 1;
    target = { scene: "group", id: `G${targets}` };
  });

  const count = { kind: "count", rule: "target-month", period: "2026-11", max: 4, stale: [] } as const;
  const ofTarget = () => ({ kind: "target", target }) as const;
  const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => Array.fromAsync(items);

  it("enlists one of fifty parallel repeats, and gives it back as it was", async () => {
    const one = delivery({ target: { ...target, guild: "77" }, form: "ark", ark: 24 });
    const answers = await Promise.all(Array.from({ length: 50 }, () => store.enlist(one)));
    expect(answers.filter((answer) => answer === "enlisted")).toHaveLength(1);
    expect(await store.readDelivery(target, one.id)).toEqual(one);
  });

  it("lets one of fifty ask, and none while it does, nor where the answer is known", async () => {
    const scene = target.scene;
    const ask = (now: number, until = now + 9, since = now - 90) =>
      store.takeAsk(scene, { until, asks: 1, since }, now);
    expect(await store.readEvidence(scene)).toEqual({});
    const asked = await Promise.all(Array.from({ length: 50 }, () => ask(noon)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await store.readEvidence(scene)).toEqual({ askedUntil: noon + 9, asks: 1 });
    expect(await ask(noon + 8)).toBe(false);
    expect(await ask(noon + 9)).toBe(true);

    await store.learn(scene, { askedUntil: null, asks: null, provenSince: 7, provenAt: noon + 20 });
    expect(await store.readEvidence(scene)).toEqual({ provenSince: 7, provenAt: noon + 20 });
    expect(await ask(noon + 109)).toBe(false);
    expect(await ask(noon + 110)).toBe(true);
    await store.learn(scene, { askedUntil: null, provenSince: null, provenAt: null, refusedUntil: noon + 300 });
    expect(await ask(noon + 299)).toBe(false);
    expect(await store.readEvidence("c2c")).toEqual({});
    await store.learn(scene, { refusedUntil: null, repliesRefusedAt: noon });
    expect(await store.readEvidence(scene)).toEqual({ asks: 1, repliesRefusedAt: noon });
  });

  it("writes once a minute at most that the gateway process lives, and keeps of which silence was warned", async () => {
    expect(await store.readGatewayLife()).toBeUndefined();
    const seen = await Promise.all(Array.from({ length: 50 }, () => store.recordGatewaySeen(noon)));
    expect(seen.filter((answer) => answer === "new")).toHaveLength(1);
    expect(await store.recordGatewaySeen(noon + 59_999)).toBe("known");
    expect(await store.recordGatewaySeen(noon + 60_000)).toEqual({ seenAt: noon });
    await store.noteGatewayWarned(noon);
    expect(await store.readGatewayLife()).toEqual({ seenAt: noon + 60_000 });
    await store.noteGatewayWarned(noon + 60_000);
    const warned = { seenAt: noon + 60_000, warnedOf: noon + 60_000 };
    expect(await store.recordGatewaySeen(noon + 900_000)).toEqual(warned);
    await store.noteGatewayBack(noon);
    expect(await store.readGatewayLife()).toEqual({ ...warned, seenAt: noon + 900_000 });
    await store.noteGatewayBack(noon + 60_000);
    expect(await store.readGatewayLife()).toEqual({ seenAt: noon + 900_000 });
  });

  it("lets one of fifty ask for a guild's setting in a while, and keeps what is told", async () => {
    const guild = target.id;
    const look = (now: number) => store.takeGuildLook(guild, now - 90, now);
    expect((await Promise.all(Array.from({ length: 50 }, () => look(noon)))).filter(Boolean)).toHaveLength(1);
    await store.writeGuildSetting(guild, 12);
    expect(await store.readGuildSetting(guild)).toEqual({ askedAt: noon, perDay: 12 });
    expect([await look(noon + 89), await look(noon + 90)]).toEqual([false, true]);
    await store.writeGuildSetting(guild, undefined);
    expect(await store.readGuildSetting(guild)).toEqual({ askedAt: noon + 90 });
  });

  it("counts a tallied unit whatever was said of its rule, and gives it back like any other", async () => {
    const tallied = { ...count, tallied: true } as const;
    const day = { kind: "count", rule: "target-day", period: "2026-11-21", max: 1, stale: [] } as const;
    await store.closeQuota(ofTarget(), ["target-month"], noon + 5);
    for (let at = 0; at < 6; at += 1) expect(await store.spend(ofTarget(), [tallied], noon)).toBe("spent");
    const claim = { id: "C", permit: { kind: "proactive" }, deliveries: [], at: noon } as const;
    expect(await store.spend(ofTarget(), [day, tallied], noon, claim)).toBe("spent");
    expect(await store.spend(ofTarget(), [day, tallied], noon)).toBe("closed");
    const used = async () => (await store.readQuota(ofTarget())).used;
    expect(await used()).toEqual({ "target-month@2026-11": 7, "target-day@2026-11-21": 1 });
    await store.refund(ofTarget(), [day, tallied], "C");
    expect(await used()).toEqual({ "target-month@2026-11": 6, "target-day@2026-11-21": 0 });
    expect(await store.spend(ofTarget(), [count], noon + 5)).toBe("closed");
  });

  it("loads what is pending in order of arrival, whatever else the target has", async () => {
    const all = [3, 1, 2].map((at) => delivery({ target, arrivedAt: noon + at }));
    for (const each of all) await store.enlist(each);
    const [third, first, second] = all;
    const loaded = await store.load(target, noon);
    expect(loaded.deliveries.map((each) => each.id)).toEqual([first?.id, second?.id, third?.id]);
    expect(loaded.windows).toEqual([]);
    expect(loaded.quota.used).toEqual({});
  });

  it("takes a settled delivery out of what is pending and never moves it back", async () => {
    const one = delivery({ target });
    await store.enlist(one);
    const last = { status: 200, traceId: "t", at: noon };
    await store.settle(target, [{ id: one.id, state: "sent", attempts: 1, claim: "c1", last, messageId: "m" }], noon);
    await store.settle(target, [{ id: one.id, state: "pending", attempts: 2 }], noon);
    expect((await store.load(target, noon)).deliveries).toEqual([]);
    expect(await store.readDelivery(target, one.id)).toMatchObject({
      state: "sent",
      attempts: 1,
      messageId: "m",
      last,
    });
    expect(await store.enlist(one)).toBe("repeated");
  });

  it("keeps a refused delivery pending with its permit and its time, and forgets them when they no longer hold", async () => {
    const one = delivery({ target });
    await store.enlist(one);
    const permit = { kind: "reply", anchor: { kind: "msg", id: "M" }, seq: 3 } as const;
    await store.settle(target, [{ id: one.id, state: "pending", attempts: 1, notBefore: noon + 5, permit }], noon);
    expect((await store.load(target, noon)).deliveries[0]).toMatchObject({ attempts: 1, notBefore: noon + 5, permit });
    await store.settle(target, [{ id: one.id, state: "pending", attempts: 2 }], noon);
    const [again] = (await store.load(target, noon)).deliveries;
    expect(again?.attempts).toBe(2);
    expect(again).not.toHaveProperty("notBefore");
    expect(again).not.toHaveProperty("permit");
  });

  it("leases a target to one holder at a time, and tells the holder that others came", async () => {
    const charges = await Promise.all(
      Array.from({ length: 10 }, (_, at) => store.takeLease(target, `h${at}`, noon + 1_000, noon)),
    );
    expect(charges.filter((take) => take !== "taken")).toHaveLength(1);
    const holder = `h${charges.findIndex((take) => take !== "taken")}`;
    expect(await store.releaseLease(target, holder, noon + 1_000, {})).toBe("again");
    expect(await store.takeLease(target, "other", noon + 1_000, noon)).toBe("taken");
    expect(await store.releaseLease(target, holder, noon + 1_000, {})).toBe("again");
    expect(await store.releaseLease(target, holder, noon + 1_000, { dueAt: noon + 9, mutedUntil: noon })).toBe(
      "released",
    );
    expect((await store.load(target, noon)).state).toEqual({ dueAt: noon + 9, mutedUntil: noon });
    expect(await store.takeLease(target, "next", noon + 2_000, noon)).not.toBe("taken");
  });

  it("reads a target's own item whoever holds its lease, and of a new one an empty item", async () => {
    expect(await store.readItem(target)).toEqual({ state: {}, quota: emptyQuota, windowsUntil: 0 });
    await store.takeLease(target, "holder", noon + 1_000, noon);
    await store.spend(ofTarget(), [count], noon);
    await store.changeState(target, { toldAt: noon - 1, warnedAt: noon });
    expect(await store.readItem(target)).toEqual({
      state: { toldAt: noon - 1, warnedAt: noon },
      quota: { ...emptyQuota, used: { "target-month@2026-11": 1 } },
      windowsUntil: 0,
    });
  });

  it("tells a holder who left word last, and lets the lease go where that was taken notice of", async () => {
    await store.takeLease(target, "holder", noon + 1_000, noon);
    expect(await store.readWord(target)).toBe("holder");
    await store.takeLease(target, "other", noon + 1_000, noon);
    expect(await store.readWord(target)).toBe("other");
    await store.takeLease(target, "third", noon + 1_000, noon);
    expect(await store.releaseLease(target, "holder", noon + 1_000, {}, "other")).toBe("again");
    await store.takeLease(target, "fourth", noon + 1_000, noon);
    expect(await store.releaseLease(target, "holder", noon + 1_000, {}, "fourth")).toBe("released");
    expect(await store.readWord(target)).toBeUndefined();
  });

  it("keeps a delivery's notice as others were folded into it, and which acts were told", async () => {
    const one = delivery({ target, settlesUntil: noon + 5_000 });
    await store.enlist(one);
    const told = notice({ title: "merged", lines: ["a", "b"], act: { keys: ["m"], rank: 3 } });
    await store.settle(target, [{ id: one.id, state: "pending", attempts: 0, notice: told }], noon);
    await store.changeState(target, { acts: { abc: noon + 9 } });
    const { deliveries, state } = await store.load(target, noon);
    expect(deliveries).toEqual([{ ...one, notice: told }]);
    expect(state).toEqual({ acts: { abc: noon + 9 } });
  });

  it("hands a lease that ran out to the next, and tells the old holder", async () => {
    expect(await store.takeLease(target, "dead", noon + 1_000, noon)).not.toBe("taken");
    expect(await store.takeLease(target, "next", noon + 3_000, noon + 1_000)).not.toBe("taken");
    expect(await store.releaseLease(target, "dead", noon + 3_000, { dueAt: 1 })).toBe("lost");
    expect((await store.load(target, noon)).state).toEqual({});
  });

  it("breaks a lease for the next holder, who is told that there was one, but not another's", async () => {
    await store.takeLease(target, "failed", noon + 60_000, noon);
    await store.breakLease(target, "another", noon);
    expect(await store.takeLease(target, "next", noon + 60_000, noon)).toBe("taken");
    await store.breakLease(target, "failed", noon);
    expect((await store.load(target, noon)).state).toEqual({ dueAt: noon });
    expect(await store.takeLease(target, "next", noon + 60_000, noon)).toMatchObject({ tookOver: true });
  });

  it("admits exactly the quota under concurrency", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => store.spend(ofTarget(), [count], noon)));
    expect(answers.filter((answer) => answer === "spent")).toHaveLength(4);
    expect((await store.load(target, noon)).quota.used).toEqual({ "target-month@2026-11": 4 });
  });

  it("takes all rules or none, starts anew in a new period, and drops the old counter on the way", async () => {
    const day = { kind: "count", rule: "target-day", period: "2026-11-21", max: 1, stale: [] } as const;
    expect(await store.spend(ofTarget(), [count, day], noon)).toBe("spent");
    expect(await store.spend(ofTarget(), [count, day], noon)).toBe("closed");
    expect((await store.readQuota(ofTarget())).used).toEqual({ "target-month@2026-11": 1, "target-day@2026-11-21": 1 });
    const tomorrow = { ...day, period: "2026-11-22", stale: ["target-day@2026-11-21"] };
    expect(await store.spend(ofTarget(), [count, tomorrow], noon)).toBe("spent");
    expect((await store.readQuota(ofTarget())).used).toEqual({ "target-month@2026-11": 2, "target-day@2026-11-22": 1 });
    expect(await store.spend(ofTarget(), [{ ...day, rule: "none", max: 0 }], noon)).toBe("closed");
  });

  /** A store whose first answer gets lost, so that its client sends the same write again; none where no client repeats anything. */
  const startForgetful = async (skip: () => never) => {
    const { dynamo } = engine;
    if (!dynamo) return skip();
    const link = await startWeakLink(dynamo.endpoint);
    link.set("mute once");
    const client = connect(localAt(link.url));
    const forgetful = createStore(
      openDynamo(client, dynamo.name, () => noon),
      30,
    );
    const stop = async () => {
      await client.close();
      await link.stop();
    };
    return { link, forgetful, stop };
  };

  it("remembers an event whose note was stored, but not answered, at the first try", async ({ skip }) => {
    const { link, forgetful, stop } = await startForgetful(skip);
    await forgetful.recordEvent(`cut ${targets}`, noon);
    expect(link.state()).toBe("up");
    expect(await store.isKnownEvent(`cut ${targets}`)).toBe(true);
    await stop();
  });

  it.for([
    { ...count, max: 1 },
    { kind: "recent", rule: "target-minute", seen: [], next: [{ kind: "ended", at: noon }] },
  ] as const)("has spent what it spent, but was not answered for, at the first try: $kind", async (take, { skip }) => {
    const { link, forgetful, stop } = await startForgetful(skip);
    const claim = { id: "c1", permit: { kind: "proactive" }, deliveries: ["x"], at: noon } as const;
    expect(await forgetful.spend(ofTarget(), [take], noon, claim)).toBe("spent");
    expect(link.state()).toBe("up");
    expect(await store.spend(ofTarget(), [take], noon, { ...claim, id: "c2" })).toBe("closed");
    await stop();
  });

  it("gives back what a claim took, once, with the claim, and never below nothing", async () => {
    const claim = (id: string) => ({ id, permit: { kind: "proactive" }, deliveries: ["x"], at: noon }) as const;
    await store.spend(ofTarget(), [count], noon, claim("c1"));
    await store.spend(ofTarget(), [count], noon, claim("c2"));
    expect(await store.refund(ofTarget(), [count], "c2")).toBe(true);
    expect(await store.refund(ofTarget(), [count], "c2")).toBe(false);
    expect(await store.readQuota(ofTarget())).toMatchObject({ used: { "target-month@2026-11": 1 } });
    expect((await store.readQuota(ofTarget())).claim).toBeUndefined();
    expect(await store.refund(ofTarget(), [count], "c1")).toBe(true);
    expect(await store.refund(ofTarget(), [count], "c0")).toBe(false);
    expect((await store.readQuota(ofTarget())).used).toEqual({ "target-month@2026-11": 0 });
  });

  it("gives a shared unit back once, also where the client repeats the write", async () => {
    const bot = { kind: "bot", scene: "dm", period: `2026-11-${targets}` } as const;
    await store.spend(bot, [count], noon);
    await store.spend(bot, [count], noon);
    expect(await store.refund(bot, [count], "c1")).toBe(true);
    expect(await store.refund(bot, [count], "c1")).toBe(false);
    expect((await store.readQuota(bot)).used).toEqual({ "target-month@2026-11": 1 });
  });

  it("remembers what is left of a claim and how its send ended, of a push and of a reply, and only of that claim", async () => {
    const ended = { messageId: "m", summed: ["b"], counted: ["c"] };
    const push = { id: "c1", permit: { kind: "proactive" }, deliveries: ["a", "b", "c"], at: noon } as const;
    await store.spend(ofTarget(), [count], noon, push);
    await store.endClaim(target, { ...push, id: "another" }, ended);
    expect((await store.load(target, noon)).quota.claim).toEqual(push);
    await store.narrowClaim(target, { ...push, deliveries: ["a"] });
    expect((await store.load(target, noon)).quota.claim).toEqual({ ...push, deliveries: ["a"] });
    await store.endClaim(target, push, ended);
    expect((await store.load(target, noon)).quota.claim).toEqual({ ...push, ended });

    const anchor = { kind: "msg", id: "M" } as const;
    await store.openWindow(target, { anchor, openedAt: noon, closesAt: noon + 300_000, times: 5 });
    const draft = { id: "c2", deliveries: ["a"], at: noon };
    await store.claimReply(target, anchor, draft, 5, undefined);
    const reply = { ...draft, permit: { kind: "reply", anchor, seq: 1 } } as const;
    await store.endClaim(target, reply, ended);
    expect((await store.load(target, noon)).windows[0]?.claim).toEqual({ ...reply, ended });
  });

  it("brings back what ended without being told, and nothing else", async () => {
    const one = delivery({ target });
    await store.enlist(one);
    expect(await store.requeue(target, one.id, ["failed"], noon)).toBe("pending");
    await store.settle(target, [{ id: one.id, state: "failed", attempts: 3, notBefore: noon + 9 }], noon);
    expect((await store.load(target, noon)).deliveries).toEqual([]);
    expect(await store.requeue(target, one.id, ["expired"], noon)).toBe("failed");
    expect(await store.requeue(target, one.id, ["failed"], noon + 5)).toBe("requeued");
    const [again] = (await store.load(target, noon)).deliveries;
    expect(again).toMatchObject({ state: "pending", attempts: 0, arrivedAt: noon + 5 });
    expect(again).not.toHaveProperty("notBefore");
    expect(await store.requeue(target, "nothing", ["failed"], noon)).toBeUndefined();
  });

  it("loads the most urgent of many, and tells that there are more", async () => {
    const many = Array.from({ length: 450 }, (_, at) => delivery({ target, arrivedAt: noon + at }));
    for (const each of many) await store.enlist(each);
    expect([await store.hasPending(target), await store.hasCritical(target)]).toEqual([true, false]);
    const late = delivery({ target, arrivedAt: noon + 9_000, notice: { ...delivery().notice, level: "critical" } });
    await store.enlist(late);
    const { deliveries, isPart } = await store.load(target, noon);
    expect([deliveries.length, isPart]).toEqual([400, true]);
    expect(deliveries.at(-1)?.id).toBe(late.id);
    expect(deliveries.map(({ arrivedAt }) => arrivedAt)).toEqual(
      deliveries.map(({ arrivedAt }) => arrivedAt).toSorted((a, b) => a - b),
    );
    expect(await store.countPending(target)).toBe(451);
    expect(await store.hasCritical(target)).toBe(true);
  });

  it("tells whether anything is kept that came by a route, and not by one whose name begins alike", async () => {
    await store.enlist(delivery({ target, id: "ci#1", state: "pending" }));
    await store.settle(target, [{ id: "ci#1", state: "sent", attempts: 1 }], noon);
    expect(await store.hasDeliveryOf(target, "ci")).toBe(true);
    expect(await store.hasDeliveryOf(target, "c")).toBe(false);
    expect(await store.hasDeliveryOf(target, "ci-two")).toBe(false);
  });

  it("keeps a large picture beside its delivery, and gives it back", async () => {
    const image = `data:image/png;base64,${"A".repeat(50_000)}`;
    const one = delivery({ target });
    await store.enlist({ ...one, notice: { ...one.notice, image } });
    const [loaded] = (await store.load(target, noon)).deliveries;
    expect(JSON.stringify(loaded).length).toBeLessThan(2_000);
    expect(await store.readImage(target, loaded?.notice.image ?? "")).toBe(image);
    expect(await store.readImage(target, "https://a.example/x.png")).toBe("https://a.example/x.png");
  });

  it("remembers an audit's end in whichever order both come", async () => {
    const audit = { target, deliveries: ["a"], counted: [], claim: "c", spent: [] };
    expect(await store.recordAudit(`A${targets}`, audit, noon)).toBeUndefined();
    expect(await store.endAudit(`A${targets}`, { passed: true, messageId: "m" }, noon)).toEqual(audit);
    expect(await store.endAudit(`B${targets}`, { passed: false }, noon)).toBeUndefined();
    expect(await store.recordAudit(`B${targets}`, audit, noon)).toEqual({ passed: false });
  });

  it("remembers an audit once, and leaves what is in another audit alone", async () => {
    const one = delivery({ target });
    await store.enlist(one);
    const audit = { target, deliveries: [one.id], counted: [], claim: "c", spent: [] };
    await store.recordAudit(`C${targets}`, audit, noon);
    await store.recordAudit(`C${targets}`, { ...audit, claim: "another" }, noon);
    expect(await store.endAudit(`C${targets}`, { passed: true }, noon)).toEqual(audit);
    const end = (auditId: string) =>
      store.settle(target, [{ id: one.id, state: "sent", attempts: 1, from: "in-audit", auditId }], noon);
    await store.settle(target, [{ id: one.id, state: "in-audit", attempts: 1, auditId: "second" }], noon);
    await end("first");
    expect((await store.readDelivery(target, one.id))?.state).toBe("in-audit");
    await end("second");
    expect((await store.readDelivery(target, one.id))?.state).toBe("sent");
  });

  it("loads what a send of unknown end was to tell, however much that is more urgent came since", async () => {
    const told = delivery({ target, notice: notice({ level: "info" }) });
    await store.enlist(told);
    const claim = { id: "c", permit: { kind: "proactive" }, deliveries: [told.id], at: noon } as const;
    await store.spend({ kind: "target", target }, [], noon, claim);
    await Promise.all(
      Array.from({ length: 450 }, () => store.enlist(delivery({ target, notice: notice({ level: "critical" }) }))),
    );
    const { deliveries, isPart } = await store.load(target, noon);
    expect([isPart, deliveries.some(({ id }) => id === told.id)]).toEqual([true, true]);
  });

  it("lets an event that was overtaken change nothing", async () => {
    const say = (proactive: "denied" | null, at: number) =>
      store.changeState(target, { proactive }, { of: "proactive", at });
    const read = async () => (await store.load(target, noon)).state.proactive;
    await say("denied", noon);
    await say(null, noon + 5_000);
    await say("denied", noon + 4_000);
    expect(await read()).toBeUndefined();
    await say("denied", noon + 5_000);
    expect(await read()).toBe("denied");
  });

  it("keeps a rule closed for as long as QQ's refusal says", async () => {
    await store.closeQuota(ofTarget(), ["target-month"], noon + 60_000);
    expect(await store.spend(ofTarget(), [count], noon)).toBe("closed");
    expect(await store.spend(ofTarget(), [count], noon + 60_000)).toBe("spent");
  });

  it("gives the one probe of a breaker to one of many, and forgets it when QQ is back", async () => {
    expect(await store.readBreaker()).toEqual({ failures: 0, openUntil: 0 });
    const open = { failures: 3, openUntil: noon };
    for (const failures of [1, 2, 3]) expect((await store.countFailure()).failures).toBe(failures);
    expect(await store.openBreaker({ failures: 3, openUntil: 0 }, noon)).toBe(true);
    const takers = await Promise.all(Array.from({ length: 8 }, () => store.takeProbe(open, noon + 30_000)));
    expect(takers.filter(Boolean)).toHaveLength(1);
    expect(await store.readBreaker()).toEqual({ failures: 3, openUntil: noon + 30_000 });
    expect(await store.closeBreaker({ failures: 3, openUntil: noon + 30_000 })).toBe(true);
    expect(await store.takeProbe(open, noon)).toBe(false);
  });

  it("adds up a breaker's failures, opens it for longer only, and closes it only as it was seen", async () => {
    const counted = await Promise.all(Array.from({ length: 8 }, () => store.countFailure()));
    expect(new Set(counted.map(({ failures }) => failures))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    const seen = { failures: 8, openUntil: 0 };
    expect(await store.openBreaker(seen, noon + 60_000)).toBe(true);
    expect(await store.openBreaker(seen, noon + 30_000)).toBe(false);
    expect(await store.closeBreaker(seen)).toBe(false);
    expect(await store.closeBreaker({ failures: 7, openUntil: noon + 60_000 })).toBe(false);
    expect(await store.readBreaker()).toEqual({ failures: 8, openUntil: noon + 60_000 });
    expect(await store.closeBreaker({ failures: 8, openUntil: noon + 60_000 })).toBe(true);
    expect(await store.openBreaker(seen, noon + 90_000)).toBe(false);
    expect(await store.readBreaker()).toEqual({ failures: 0, openUntil: 0 });
  });

  it("counts a unit apart whose send nobody knows to have arrived", async () => {
    await store.spend(ofTarget(), [count], noon);
    await store.doubtUnits(ofTarget(), [count], "c1");
    await store.doubtUnits(ofTarget(), [count], "c1");
    const { used, doubt } = await store.readQuota(ofTarget());
    expect([used, doubt]).toEqual([{ "target-month@2026-11": 0 }, { "target-month@2026-11": 1 }]);
  });

  it("keeps how often in a row QQ refused pushes, until it took one", async () => {
    await store.closeQuota(ofTarget(), ["target-month"], noon + 60_000, { quota: 2 });
    await store.closeQuota(ofTarget(), [], noon, { pace: 1 });
    expect((await store.readQuota(ofTarget())).refused).toEqual({ quota: 2, pace: 1 });
    await store.forgetRefusals(ofTarget());
    const { refused, closed } = await store.readQuota(ofTarget());
    expect([refused, closed]).toEqual([{}, { "target-month": noon + 60_000 }]);
  });

  it("counts distinct targets of a guild, a known one for nothing", async () => {
    const guild = { kind: "guild", guild: `g${targets}`, period: "2026-11-21" } as const;
    const to = (member: string) =>
      store.spend(guild, [{ kind: "distinct", rule: "channels", period: "2026-11-21", max: 2, member }], noon);
    expect([await to("1"), await to("2"), await to("3"), await to("1")]).toEqual(["spent", "spent", "closed", "spent"]);
    expect((await store.readQuota(guild)).told).toEqual({ "channels@2026-11-21": ["1", "2"] });
    await store.noteWanted(guild, ["channels@2026-11-21"], "3", noon);
    expect((await store.readQuota(guild)).wanted).toEqual({ "channels@2026-11-21": ["3"] });
  });

  it("lets only a known target take where nothing of a guild is left for others", async () => {
    const guild = { kind: "guild", guild: `h${targets}`, period: "2026-11-21" } as const;
    const to = (member: string, max: number) =>
      store.spend(guild, [{ kind: "distinct", rule: "channels", period: "2026-11-21", max, member }], noon);
    expect([await to("1", 0), await to("1", 1), await to("1", 0)]).toEqual(["closed", "spent", "spent"]);
  });

  it("lets only one of two take from a sliding rule that both have read", async () => {
    const ended = { kind: "ended", at: noon } as const;
    const begun = { kind: "begun", at: noon + 1, until: noon + 28_500, by: "claim-2" } as const;
    const booked = { kind: "booked", at: noon + 2, by: "4C8F" } as const;
    const first = { kind: "recent", rule: "minute", seen: [], next: [ended] } as const;
    expect(await store.spend(ofTarget(), [first], noon)).toBe("spent");
    expect(await store.spend(ofTarget(), [first], noon)).toBe("closed");
    const second = { ...first, seen: [ended], next: [ended, begun, booked, { ...booked, urgent: true }] } as const;
    expect(await store.spend(ofTarget(), [second], noon)).toBe("spent");
    expect((await store.readQuota(ofTarget())).recent).toEqual({ minute: second.next });
    expect(await store.spend(ofTarget(), [{ ...second, seen: second.next, next: [] }], noon)).toBe("spent");
    expect((await store.readQuota(ofTarget())).recent).toEqual({ minute: [] });
    expect(await store.spend(ofTarget(), [first], noon)).toBe("spent");
  });

  it("records the claim with the unit", async () => {
    const claim = { id: "c1", permit: { kind: "proactive" }, deliveries: ["ci#1"], at: noon } as const;
    await store.spend(ofTarget(), [count], noon, claim);
    expect((await store.load(target, noon)).quota.claim).toEqual(claim);
    expect(await store.spend(ofTarget(), [], noon, { ...claim, id: "c2" })).toBe("spent");
    expect((await store.load(target, noon)).quota.claim?.id).toBe("c2");
  });

  it("numbers the replies of a window, each once, up to its count", async () => {
    const anchor = { kind: "msg", id: "ROBOT1.0_x" } as const;
    const window = { anchor, openedAt: noon, closesAt: noon + 300_000, times: 5 };
    expect(await store.openWindow(target, window)).toBe("opened");
    const draft = { id: "c", deliveries: ["ci#1"], at: noon };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => store.claimReply(target, anchor, draft, 5, undefined)),
    );
    const seqs = answers.flatMap((answer) => (answer === "closed" ? [] : [answer.seq]));
    expect(seqs.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    expect(await store.openWindow(target, window)).toBe("known");
    const [loaded] = (await store.load(target, noon)).windows;
    expect(loaded).toMatchObject({ ...window, used: 5, claim: { permit: { kind: "reply", anchor, seq: 5 } } });
  });

  it("claims a reply again under the number it had, without taking another", async () => {
    const anchor = { kind: "event", id: "GROUP_MSG_RECEIVE:1" } as const;
    await store.openWindow(target, { anchor, openedAt: noon, closesAt: noon + 300_000, times: 5 });
    const draft = { id: "c", deliveries: ["ci#1"], at: noon };
    await store.claimReply(target, anchor, draft, 5, undefined);
    await store.claimReply(target, anchor, draft, 5, undefined);
    expect(await store.claimReply(target, anchor, { ...draft, id: "c2" }, 5, 1)).toEqual({ seq: 1 });
    const [loaded] = (await store.load(target, noon)).windows;
    expect(loaded).toMatchObject({ used: 2, claim: { id: "c2", permit: { seq: 1 } } });
    await store.dropWindow(target, anchor);
    expect(await store.claimReply(target, anchor, draft, 5, undefined)).toBe("closed");
    expect(await store.claimReply(target, anchor, draft, 5, 1)).toBe("closed");
  });

  it("finds the targets that are due, soonest first, and those with something pending", async () => {
    const due = async (id: string, dueAt: number | null) => {
      const each: Target = { scene: "dm", id };
      await store.takeLease(each, "h", noon + 1, noon);
      await store.releaseLease(each, "h", noon + 1, { dueAt });
    };
    await due("late", noon + 2);
    await due("soon", noon + 1);
    await due("later", noon + 99);
    expect((await collect(store.due("dm", noon + 2))).map((each) => each.id)).toEqual(["soon", "late"]);
    await due("soon", null);
    expect((await collect(store.due("dm", noon + 2))).map((each) => each.id)).toEqual(["late"]);

    await store.enlist(delivery({ target, arrivedAt: noon }));
    await store.enlist(delivery({ target, arrivedAt: noon + 7 }));
    const live = (await collect(store.live())).filter((each) => each.target.id === target.id);
    expect(live).toEqual([{ target, pending: 2, oldest: noon, newest: noon + 7 }]);
  });

  it("shares QQ's token", async () => {
    await store.writeToken("secret-token", noon + 7_200_000);
    expect(await store.readToken()).toEqual({ token: "secret-token", expiresAt: noon + 7_200_000 });
  });

  it("lists a target's deliveries, newest first", async () => {
    const all = [1, 2, 3].map((at) => delivery({ target, arrivedAt: noon + at }));
    for (const each of all) await store.enlist(each);
    const listed = await store.listDeliveries(target, 2);
    expect(listed.map((each) => each.id)).toEqual([all[2]?.id, all[1]?.id]);
  });
});
