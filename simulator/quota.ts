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
    const applies =
      (rule.of === "all" || sent.kind === "proactive") &&
      (rule.certified === undefined || rule.certified === certified) &&
      owner !== undefined;
    if (!applies || rule.max === null) return false;
    const counted = countedBy(rule, sends.get(owner) ?? [], sent.at);
    if (!rule.distinct) return counted.length >= rule.max;
    const targets = new Set(counted.map((one) => one.target));
    return rule.max === 0 || (!targets.has(sent.target) && targets.size >= rule.max);
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
