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
  const next = fitting(await readFresh(target, now, ports));
  const taken = new Set(
    await store.takePage(
      target,
      answer,
      next.map(({ id }) => id),
    ),
  );
  return next.filter(({ id }) => taken.has(id));
}

/** Where the first are too old to be told, so many more are looked at, so often: what is left then waits to be ended by itself. */
const looks = { size: 100, times: 5 } as const;

/** The next that are worth telling, at most a page; what is too old before them ends, a bounded number. */
async function readFresh(target: Target, now: number, ports: ListenPorts): Promise<readonly Delivery[]> {
  let fresh: readonly Delivery[] = [];
  for (let look = 0; look <= looks.times; look += 1) {
    const size = look === 0 ? pageSize : looks.size;
    const read = await ports.store.readCounted(target, size);
    const old = read.filter((delivery) => isTooOld(delivery, now, ports));
    await expire(target, old, now, ports);
    fresh = read.filter((delivery) => !old.includes(delivery)).slice(0, pageSize);
    if (old.length === 0 || fresh.length === pageSize || read.length < size) return fresh;
  }
  return fresh;
}

async function expire(
  target: Target,
  old: readonly Delivery[],
  now: number,
  { store, log }: ListenPorts,
): Promise<void> {
  if (old.length === 0) return;
  const ids = old.map(({ id }) => id);
  await store.expireCounted(target, ids, now);
  log("info", "finished", { scene: target.scene, expired: ids.length });
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
