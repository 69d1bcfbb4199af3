import type { Delivery } from "../../../lib/model/delivery.ts";
import { type Target, readTarget, targetName } from "../../../lib/model/target.ts";
import { day, hour } from "../../../lib/base/time.ts";
import { presets } from "../../../lib/model/limits.ts";
import { periodKey } from "../../../lib/policy/quota/period.ts";
import { threadOf } from "../../../lib/policy/plan/fold.ts";
import { meaningOf } from "../../../lib/qq/codes.ts";
import type { Promised, Story } from "./actions.ts";
import type { Posted } from "./qq.ts";
import { qqIdOf } from "./routes.ts";
import type { Violation, World } from "./world.ts";

/** Codes by which QQ says that a limit is used up. */
const overCodes = new Set([22009, 40034100, 304045, 304047, 304049, 304050, 20028]);

/** Refusals of one target, and of the same words there, within so long (ms) that are no more trying but a loop. */
const loop = { within: 10 * 60_000, most: 60, mostAlike: 12 } as const;

/** Holds a run that came to rest against what the relay promises. */
export async function judge(story: Story): Promise<readonly Violation[]> {
  const deliveries = await readAll(story);
  return [
    ...[...story.promised.values()].flatMap((promised) => judgeOne(promised, deliveries, story)),
    ...judgeAlike(deliveries, story),
    ...judgeTwice(story),
    ...judgeLimits(story.world),
    ...judgeLoops(story.world.qq.posted),
  ];
}

type Deliveries = ReadonlyMap<string, readonly Delivery[]>;

/** By target, in order of arrival. */
async function readAll({ world, promised }: Story): Promise<Deliveries> {
  const names = new Set([...promised.values()].map(({ target }) => target).concat("c2c:U1"));
  const all = new Map<string, readonly Delivery[]>();
  for (const name of names) {
    const target = readTarget(name);
    if (target) all.set(name, (await world.store.listDeliveries(target, Number.POSITIVE_INFINITY)).toReversed());
  }
  return all;
}

function judgeOne(promised: Promised, deliveries: Deliveries, story: Story): readonly Violation[] {
  const ofTarget = deliveries.get(promised.target) ?? [];
  const delivery = ofTarget.find(({ id }) => id === promised.id);
  if (!delivery) return [{ kind: "lost", detail: `${promised.words} is nowhere` }];
  return judgeState(delivery, promised, ofTarget, deliveries, story);
}

/** Whether a delivery ended, or is held, in a way that a person can see, and as its state says. */
function judgeState(
  delivery: Delivery,
  promised: Promised,
  ofTarget: readonly Delivery[],
  deliveries: Deliveries,
  story: Story,
): readonly Violation[] {
  const { state, last } = delivery;
  const { posted } = story.world.qq;
  const bad = (kind: string, why: string): readonly Violation[] => [
    { kind, detail: `${promised.words} (${delivery.id} at ${promised.target}) is ${state}: ${why}` },
  ];
  const shownIn = posted.filter((one) => one.shown && isAt(one, delivery.target) && one.marks.has(promised.words));
  switch (state as string) {
    case "sent":
      if (promised.alike || shownIn.length > 0 || posted.some((one) => isLie(one, delivery.target))) return [];
      return bad("unshown", "no message that QQ took shows it");
    case "folded": {
      const newer = tellerOf(delivery, ofTarget);
      if (newer && newer.state !== "folded") return [];
      return bad("folded-into-nothing", `newer: ${newer?.id} ${newer?.state}`);
    }
    case "spilled":
      return [...deliveries.values()].some((all) =>
        all.some(({ id }) => id.endsWith(`#${delivery.route}/${delivery.id}`)),
      )
        ? []
        : bad("lost", "it went on to nowhere");
    case "expired":
      return last?.note === unpaired || isOldEnough(delivery) ? [] : bad("expired-early", JSON.stringify(last));
    case "failed":
      return judgeFailed(delivery, promised, posted, bad);
    case "unsure":
      if (
        delivery.auditId !== undefined ||
        posted.some((one) => one.lost && isAt(one, delivery.target)) ||
        story.world.crashed()
      )
        return [];
      return bad("unsure-of-nothing", "no answer was lost");
    case "in-audit":
      return story.taken.has(delivery.auditId ?? "") ? bad("audit-end-lost", "QQ told how it ended") : [];
    case "pending":
    case "counted":
      return bad("unrested", JSON.stringify({ ...delivery, notice: undefined }));
    default:
      return bad("unknown-state", "no such state");
  }
}

/** How a delivery ends whose conversation was unpaired from its route. */
const unpaired = "its route was unpaired from here";

const isOldEnough = ({ route, last, arrivedAt }: Delivery): boolean =>
  (last?.at ?? 0) - arrivedAt >= (route === "short" ? 2 * hour : 32 * day);

/** The program let QQ say of a message that it has it already, which QQ would not say of one that it never had. */
const isLie = (one: Posted, at: Target): boolean => isAt(one, at) && !one.judged && one.code === 40054005;

/** Only what QQ refuses for its content, alone, or a person rejected, may fail. */
function judgeFailed(
  delivery: Delivery,
  promised: Promised,
  posted: readonly Posted[],
  bad: (kind: string, why: string) => readonly Violation[],
): readonly Violation[] {
  const code = delivery.last?.code;
  const as = code === undefined ? undefined : meaningOf([code])?.meaning.as;
  const isRejected = delivery.auditId !== undefined;
  if (as !== "fix" && as !== "dead" && !isRejected)
    return bad("failed-of-passing", `${code ?? delivery.last?.status ?? delivery.last?.message} is not about it`);
  if (promised.alike) return [];
  const alone = posted.some(
    (one) => isAt(one, delivery.target) && !one.shown && one.marks.size === 1 && one.marks.has(promised.words),
  );
  return alone ? [] : bad("failed-together", `${isRejected ? "rejected" : code} with others`);
}

const isAt = ({ scene, target }: Posted, at: Target): boolean => scene === at.scene && target === qqIdOf(at);

/** The newer delivery that tells a folded one. */
function tellerOf(delivery: Delivery, ofTarget: readonly Delivery[]): Delivery | undefined {
  const thread = ofTarget.filter((each) => threadOf(each) === threadOf(delivery));
  const later = thread.slice(thread.indexOf(delivery) + 1);
  return later.find(({ state }) => state !== "folded") ?? later.at(-1);
}

/** Words that many share are told by their number: as many as are sent have to be shown. */
function judgeAlike(deliveries: Deliveries, { promised, world }: Story): readonly Violation[] {
  const kinds = Map.groupBy(
    [...promised.values()].filter(({ alike }) => alike),
    ({ target, words }) => `${target} ${words}`,
  );
  return [...kinds.values()].flatMap((kind) => {
    const [first] = kind;
    const target = first && readTarget(first.target);
    if (!first || !target) return [];
    const ids = new Set(kind.map(({ id }) => id));
    const sent = (deliveries.get(first.target) ?? []).filter(({ id, state }) => ids.has(id) && state === "sent").length;
    const shown = world.qq.posted
      .filter((one) => one.shown && isAt(one, target))
      .reduce((sum, { text }) => sum + countIn(text, first.words), 0);
    if (shown >= sent || world.qq.posted.some((one) => isLie(one, target))) return [];
    return [{ kind: "unshown", detail: `${sent} × ${first.words} sent at ${targetName(target)}, ${shown} shown` }];
  });
}

/** What words with their number stand for: `例行巡检（共 7 条）`. */
const countIn = (text: string, words: string): number =>
  [...text.matchAll(new RegExp(`${words}(?![a-z0-9-])(?:（共 (\\d+) 条）)?`, "gu"))].reduce(
    (sum, [, count]) => sum + Number(count ?? 1),
    0,
  );

/** Nothing is shown again, but after an answer that was lost, where QQ cannot know the second for the first. */
function judgeTwice({ world }: Story): readonly Violation[] {
  const { posted, state } = world.qq;
  const closesAt = ({ scene, anchor }: Posted) =>
    (state.anchors.get(anchor ?? "")?.openedAt ?? 0) + presets.published[scene].reply.minutes * 60_000;
  const shown = new Map<string, Posted[]>();
  for (const one of posted)
    if (one.shown)
      for (const mark of one.marks) {
        const key = `${mark} at ${one.scene}:${one.target}`;
        shown.set(key, [...(shown.get(key) ?? []), one]);
      }
  return [...shown].flatMap(([key, all]) => {
    const known = all.slice(0, -1).filter((one, at) => !mayRepeat(one, all[at + 1], closesAt(one)));
    if (known.length === 0) return [];
    const times = all.map(
      ({ at, permit, anchor, lost }) => `${new Date(at).toISOString()} ${permit} ${anchor} ${lost}`,
    );
    return [{ kind: "twice", detail: `${key}: ${times.join("; ")}` }];
  });
}

/** QQ knows a repeated reply as long as its window is open, in c2c and group. */
function mayRepeat(first: Posted, second: Posted | undefined, closesAt: number): boolean {
  if (!first.lost || !second) return false;
  return first.permit === "proactive" || first.scene === "channel" || first.scene === "dm" || second.at >= closesAt;
}

/**
 * QQ itself never has to say that a limit is used up, but after sends whose fate nobody knew; where the relay is not told the
 * limits, once a month and scene to a push that asks, and for the pace while they are only just found out.
 */
function judgeLimits({ qq: { posted }, limits }: World): readonly Violation[] {
  const over = posted.filter((one, index) => {
    if (!one.judged || one.code === undefined || !overCodes.has(one.code)) return false;
    return !posted.slice(0, index).some(({ lost, scene }) => lost && scene === one.scene);
  });
  const asked = limits === "auto" ? asking(over, posted) : new Set();
  return over
    .filter((one) => !asked.has(one))
    .map((one) => ({
      kind: "over",
      detail: `${one.code} at ${new Date(one.at).toISOString()} ${one.scene}:${one.target}`,
    }));
}

/** Of a scene and month the first, and one more for each time that the program let QQ speak of the other rules. */
function asking(over: readonly Posted[], posted: readonly Posted[]): ReadonlySet<Posted> {
  const ofMonths = Map.groupBy(
    over.filter(({ code, scene }) => code === 22009 && (scene === "c2c" || scene === "group")),
    ({ scene, at }) => `${scene} ${periodKey("month", "Asia/Shanghai", at)}`,
  );
  const firsts = [...ofMonths.values()].flatMap((some) => {
    const lies = posted.filter(({ scene, code, judged }) => scene === some[0]?.scene && !judged && code === 40034100);
    return some.slice(0, 1 + lies.length);
  });
  const ofPace = Map.groupBy(
    over.filter(({ code }) => code === 40034100),
    ({ scene }) => scene,
  );
  return new Set([...firsts, ...[...ofPace.values()].flatMap((some) => some.slice(0, mostOfPace))]);
}

/** Pushes of a minute before the pace was counted may be as many over it as there are conversations. */
const mostOfPace = 3;

/**
 * After any refusal something changes, or nothing is tried for a while. A refusal of what a message says is about one of those
 * that it tells: they go out in ever smaller messages, but none again and again, as far as their words tell them apart.
 */
function judgeLoops(posted: readonly Posted[]): readonly Violation[] {
  const refused = posted.filter(({ shown, auditId, rejected }) => !shown && auditId === undefined && !rejected);
  const [ofContent, others] = [refused.filter(isOfContent), refused.filter((one) => !isOfContent(one))];
  return [
    ...findLoops(others, loop.most, ({ scene, target }) => `${scene}:${target}`),
    ...findLoops(
      ofContent.filter(({ marks }) => marks.size > 0),
      loop.mostAlike,
      ({ scene, target, marks }) => `${scene}:${target} ${[...marks].join()}`,
    ),
  ];
}

const isOfContent = ({ code }: Posted): boolean => code !== undefined && meaningOf([code])?.meaning.as === "fix";

function findLoops(refused: readonly Posted[], most: number, nameOf: (one: Posted) => string): readonly Violation[] {
  return [...Map.groupBy(refused, nameOf)].flatMap(([name, all]) => {
    const at = all.findIndex((one, index) => {
      const later = all[index + most];
      return later !== undefined && later.at - one.at < loop.within;
    });
    return at < 0 ? [] : [{ kind: "loop", detail: `${most} refusals at ${name} by ${all[at + most]?.code}` }];
  });
}
