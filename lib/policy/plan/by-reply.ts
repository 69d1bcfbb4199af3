import type { Delivery } from "../../model/delivery.ts";
import type { Anchor } from "../../model/permit.ts";
import type { By, Send } from "../../model/plan.ts";
import type { ReplyWindow } from "../../model/window.ts";
import { threadOf } from "./fold.ts";
import { freeReplies, repliesLeft, replyFrom } from "./reply-pace.ts";
import { takeTogether } from "./together.ts";
import type { Urgency } from "./urgency.ts";

/** Up to this many notices are told one by one where replies are left for all; more are told together. */
const maxSingle = 2;

/** `rest`: what no reply is left for. `paced`: what has to wait for one, until the moment (ms) `from`. */
type Replies = {
  readonly sends: readonly Send[];
  readonly rest: readonly Delivery[];
  readonly paced: readonly Delivery[];
  readonly from: number;
};

/**
 * What goes out as replies: first what kept its seq from a refused try, then answers, each in the window of its command,
 * then all the rest in as few replies as can be, so that the window has some left for what is yet to come: what is critical
 * has one as long as any is left, and takes with it what waits. `waiting`: all that is pending, ready or not. `windows` are
 * open.
 */
export function byReply(
  ready: readonly Delivery[],
  waiting: readonly Delivery[],
  windows: readonly ReplyWindow[],
  urgency: Urgency,
  now: number,
): Replies {
  const kept = keptGroups(ready, waiting, windows);
  const isKept = new Set(kept.flatMap((send) => send.deliveries));
  const left = new Map(windows.map((window) => [window, repliesLeft(window)]));
  const take = (window: ReplyWindow | undefined): By | undefined => {
    const count = window === undefined ? 0 : (left.get(window) ?? 0);
    if (window === undefined || count <= 0) return undefined;
    left.set(window, count - 1);
    return { kind: "reply", anchor: window.anchor, times: window.times };
  };
  const leftOf = (window: ReplyWindow) => left.get(window) ?? 0;
  const findFree = () => windows.find((window) => replyFrom(window, leftOf(window)) <= now);
  const findAny = () => windows.find((window) => leftOf(window) > 0);

  const fresh = ready.filter((delivery) => !isKept.has(delivery));
  const answers = fresh.filter((delivery) => delivery.answers);
  let notices = urgency.sort(fresh.filter((delivery) => !delivery.answers));
  const together = (): readonly Delivery[] => {
    const some = takeTogether(notices);
    notices = notices.slice(some.length);
    return some;
  };

  const sends: Send[] = [...kept];
  for (const answer of answers) {
    const by = take(windows.find((window) => isSame(window.anchor, answer.answers)));
    if (by) sends.push({ deliveries: [answer, ...together()], by });
  }
  const slots = windows.reduce((sum, window) => sum + freeReplies(window, leftOf(window), now), 0);
  const single = notices.length <= Math.min(maxSingle, slots);
  while (notices.length > 0) {
    const by = take(findFree() ?? (notices.some(urgency.isCritical) ? findAny() : undefined));
    if (!by) break;
    sends.push({ deliveries: single ? notices.slice(0, 1) : together(), by });
    if (single) notices = notices.slice(1);
  }
  const from = Math.min(Number.POSITIVE_INFINITY, ...windows.map((window) => replyFrom(window, leftOf(window))));
  const paced = new Set(Number.isFinite(from) ? notices : []);
  const gone = new Set([...sends.flatMap((send) => send.deliveries), ...paced]);
  return { sends, rest: ready.filter((delivery) => !gone.has(delivery)), paced: [...paced], from };
}

const isSame = (a: Anchor | undefined, b: Anchor | undefined): boolean => a?.kind === b?.kind && a?.id === b?.id;

/**
 * Sends that QQ refused for the moment, under the seq they had and with what they told then; one whose thread has an
 * older notice elsewhere goes with the others, so that it does not overtake. A seq is spent on all that it told or on none:
 * the rest would be taken for a duplicate.
 */
function keptGroups(
  ready: readonly Delivery[],
  waiting: readonly Delivery[],
  windows: readonly ReplyWindow[],
): readonly Send[] {
  const groups = new Map<string, { readonly by: By; readonly deliveries: Delivery[] }>();
  const groupOf = new Map<string, string>();
  for (const delivery of ready) {
    const { permit } = delivery;
    const window = windows.find((each) => isSame(each.anchor, permit?.anchor));
    const name = permit && window ? `${permit.anchor.kind} ${permit.anchor.id} ${permit.seq}` : "none";
    const thread = threadOf(delivery) ?? delivery.id;
    if ((groupOf.get(thread) ?? name) !== name) groupOf.set(thread, "none");
    else groupOf.set(thread, name);
    if (!permit || !window || groupOf.get(thread) !== name) continue;
    const by = { kind: "reply", anchor: window.anchor, times: window.times, seq: permit.seq } as const;
    const group = groups.get(name) ?? { by, deliveries: [] };
    group.deliveries.push(delivery);
    groups.set(name, group);
  }
  const isWhole = (send: Send) => {
    const { permit } = send.deliveries[0] ?? {};
    const told = waiting.filter(
      (each) => each.permit?.seq === permit?.seq && isSame(each.permit?.anchor, permit?.anchor),
    );
    return told.length === send.deliveries.length;
  };
  return [...groups.values()].filter(isWhole);
}
