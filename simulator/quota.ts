import type { Rule } from "./limits.ts";
import { spanOf } from "./shanghai.ts";

/** One accepted message, as the counters see it. */
export type Sent = {
  readonly at: number;
  readonly kind: "proactive" | "reply" | "wakeup";
  readonly target: string;
};

/** Accepted messages by whose they are: counts are read off them, so a change of limits keeps what was used. */
export type Sends = Map<string, Sent[]>;

/** Names of the counters that a send to one target falls under. */
export type Owners = { readonly target: string; readonly guild?: string; readonly bot: string };

const ownersOf = (owners: Owners): readonly string[] =>
  [owners.target, owners.guild, owners.bot].filter((name) => name !== undefined);

/** The first rule that has no room for a send. All rules must hold at once. */
export function findUsedUp(
  sends: Sends,
  owners: Owners,
  rules: readonly Rule[],
  certified: boolean,
  sent: Sent,
): Rule | undefined {
  return rules.find((rule) => {
    const owner = owners[rule.per];
    if (!isFor(rule, certified) || owner === undefined || rule.max === null) return false;
    if (rule.of === "proactive" && sent.kind !== "proactive") return false;
    const counted = countedBy(rule, sends.get(owner) ?? [], sent.at);
    if (!rule.distinct) return counted.length >= rule.max;
    const targets = targetsIn(counted);
    return rule.max === 0 || (!targets.has(sent.target) && targets.size >= rule.max);
  });
}

/** Some rules are for bots of one certification. */
const isFor = (rule: Rule, certified: boolean): boolean => rule.certified === undefined || rule.certified === certified;

const targetsIn = (counted: readonly Sent[]): ReadonlySet<string> => new Set(counted.map((one) => one.target));

/** What a rule has counted. `resetsAt`: when a calendar period ends; null where it slides. */
export type Count = Pick<Rule, "id" | "of" | "per" | "every" | "max"> & {
  readonly used: number;
  readonly resetsAt: string | null;
};

/** Every rule that a send to one target falls under, with what it has counted so far. */
export function tellCounts(
  sends: Sends,
  owners: Owners,
  rules: readonly Rule[],
  certified: boolean,
  now: number,
): readonly Count[] {
  return rules.flatMap((rule): readonly Count[] => {
    const owner = owners[rule.per];
    if (!isFor(rule, certified) || owner === undefined) return [];
    const counted = countedBy(rule, sends.get(owner) ?? [], now);
    const used = rule.distinct ? targetsIn(counted).size : counted.length;
    const slides = rule.every === "minute" || rule.every === "second";
    const resetsAt = slides ? null : new Date(spanOf(rule.every, now).to).toISOString();
    const { id, of, per, every, max } = rule;
    return [{ id, of, per, every, max, used, resetsAt }];
  });
}

/** Lists are in order of time, so the search goes backwards and ends where the span begins. */
function countedBy(rule: Rule, list: readonly Sent[], now: number): readonly Sent[] {
  const { from, to } = spanOf(rule.every, now);
  const start = list.findLastIndex((one) => one.at < from) + 1;
  return list.slice(start).filter((one) => one.at < to && (rule.of === "all" || one.kind === "proactive"));
}

export function countSend(sends: Sends, owners: Owners, sent: Sent): void {
  for (const owner of ownersOf(owners)) {
    const list = sends.get(owner);
    if (list) list.push(sent);
    else sends.set(owner, [sent]);
  }
}

/** Gives a unit back: a message that the audit rejects was never sent. */
export function refundSend(sends: Sends, owners: Owners, sent: Sent): void {
  for (const owner of ownersOf(owners))
    sends.set(
      owner,
      (sends.get(owner) ?? []).filter((one) => one !== sent),
    );
}
