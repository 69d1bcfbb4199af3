import type { Delivery } from "../../model/delivery.ts";
import type { Target } from "../../model/target.ts";
import { resolvePolicy } from "../../policy/plan/plan-rules.ts";
import type { ListenPorts } from "../listen-ports.ts";
import { answerId, type CommandContext, type CommandRunner } from "./command-context.ts";

/** Notices that one page names: what a phone shows without scrolling far. */
const pageSize = 10;

/**
 * The next of those that digests only counted. They are taken for this answer, and told when it is sent; where it never is,
 * they are back in their places. QQ's repeat of the message gets the same page.
 */
export const more: CommandRunner<"more"> = async (_, context) => {
  for (const target of context.targets) {
    const page = await takePage(target, context);
    if (page.length === 0) continue;
    const shown = new Set(page.map(({ id }) => id));
    const left = (await context.ports.store.countCounted(target)) - shown.size;
    return { kind: "page", notices: page.map(({ notice }) => notice), left: Math.max(0, left) };
  }
  return { kind: "nothing-held", asked: "more" };
};

async function takePage(target: Target, context: CommandContext): Promise<readonly Delivery[]> {
  const { anchor, now, ports } = context;
  const { store } = ports;
  const answer = answerId(anchor);
  const before = await store.readShown(target, answer);
  if (before.length > 0) return before;
  await returnPages(target, context);
  const next = fitting(await store.readCounted(target, pageSize));
  const tooOld = next.filter((delivery) => isTooOld(delivery, now, ports));
  for (const { id } of tooOld) await store.expireCounted(target, id, now);
  if (tooOld.length > 0) return takePage(target, context);
  const taken = new Set(
    await store.takePage(
      target,
      answer,
      next.map(({ id }) => id),
    ),
  );
  return next.filter(({ id }) => taken.has(id));
}

/** Those from the beginning that may be told together: of a page that QQ refused, half as many. */
function fitting(next: readonly Delivery[]): readonly Delivery[] {
  const most = next.map(({ maxTogether = pageSize }) => maxTogether);
  const end = most.findIndex((_, at) => at >= Math.min(...most.slice(0, at + 1)));
  return end < 0 ? next : next.slice(0, end);
}

/**
 * Pages whose answer came to its end without their being told of it, or never came to be. An answer lies where the command
 * was given: for a DM that the relay opened itself, under QQ's id.
 */
async function returnPages(target: Target, { target: speaking, now, ports }: CommandContext): Promise<void> {
  const { store } = ports;
  for (const answer of await store.readPages(target)) {
    const { state } = (await store.readDelivery(speaking, answer)) ?? { state: undefined };
    if (state === "pending" || state === "in-audit") continue;
    await store.endPage(target, answer, state === "sent" ? "told" : "untold", now);
  }
}

const isTooOld = ({ route, arrivedAt }: Delivery, now: number, { routes }: ListenPorts): boolean =>
  arrivedAt + resolvePolicy(Object.hasOwn(routes, route) ? routes[route] : undefined).maxAge <= now;
