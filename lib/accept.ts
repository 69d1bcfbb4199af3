import type { AcceptLine } from "./line.ts";
import type { Delivery } from "./model/delivery.ts";
import type { Answer, Inbound } from "./model/inbound.ts";
import type { Notice } from "./model/notice.ts";
import { isRefusal, type Refusal, refuse } from "./model/refusal.ts";
import type { Route } from "./model/route.ts";
import type { Parsed } from "./model/source.ts";
import { type Target, targetName } from "./model/target.ts";
import { deliveryKey } from "./policy/delivery-key.ts";
import { passes } from "./policy/filter.ts";
import { readWait } from "./policy/read-wait.ts";
import { targetsOf } from "./policy/targets-of.ts";
import { mapByRoute } from "./sources/map-by-route.ts";
import { sources } from "./sources/index.ts";
import { verify } from "./verify/verify.ts";

/** AWS refuses larger requests itself; the local run and other fronts are held to the same. */
const mostBytes = 6 * 1_024 * 1_024;

/** QQ's send wants 5 s at least, so a shorter wait is made this long (ms); most deliveries end in a tenth of it. */
const leastWait = 8_000;

/** What became of one target's share of a webhook. */
type Enlisted = { readonly id: string; readonly target: Target; readonly state: string };

/**
 * Takes a webhook: receive ▸ verify ▸ parse ▸ map ▸ enlist, then wakes the deliverer. What is accepted is durable and
 * deduplicated before the sender gets its 2xx, whether QQ can take it now or not. `deadline` in ms of the epoch.
 */
export async function accept(inbound: Inbound, deadline: number, line: AcceptLine): Promise<Answer | Refusal> {
  const id = inbound.path.replace(/^\/|\/$/g, "");
  if (id === "") return welcome(inbound, line);
  const route = Object.hasOwn(line.routes, id) ? line.routes[id] : undefined;
  if (!route || route.scene !== line.scene)
    return told(
      refuse("unknown-route", `no ${line.scene} route has this path; routes are named in infra/routes.ts`),
      line,
    );
  const read = readNotice(inbound, route, line);
  if (isRefusal(read)) return told(read, line, id);

  const targets = targetsOf(route);
  const key = `${id}#${deliveryKey(read.parsed, inbound.at)}`;
  const { notice } = read;
  if (!notice) {
    line.log("info", "ignored", { route: id, event: read.parsed.event, reason: read.reason });
    return accepted(targets.map((target) => ({ id: key, target, state: "ignored" })));
  }
  return enlist(
    targets.map((target) => toDelivery(key, id, route, target, notice, inbound)),
    inbound,
    deadline,
    line,
  );
}

/** GET on a scene's root tells people who paste the address into a browser that it lives. */
function welcome(inbound: Inbound, { scene }: AcceptLine): Answer | Refusal {
  return inbound.method === "GET" || inbound.method === "HEAD"
    ? { status: 200, body: { status: "ok", scene, message: "qq-relay takes webhooks at /<route> by POST" } }
    : refuse("unknown-route", "a route's name is missing after the address: POST to /<route>");
}

type Read = { readonly parsed: Parsed; readonly notice?: Notice; readonly reason?: string };

/** Verified, parsed, filtered and mapped; without a notice there is nothing to tell, and the reason says why. */
function readNotice(inbound: Inbound, route: Route, line: AcceptLine): Read | Refusal {
  if (inbound.method !== "POST") return refuse("method-not-allowed", "this address takes webhooks: send them by POST");
  if (inbound.body.byteLength > mostBytes) return refuse("too-large", "the body is over 6 MB");
  const source = sources[route.source as keyof typeof sources];
  const names = [route.secret ?? []].flat();
  const verified = route.open ? undefined : verify(route.auth ?? source.auth, inbound, line.secretsOf(names), names);
  if (verified && isRefusal(verified)) return verified;

  const parsed = source.parse(inbound, route);
  if (isRefusal(parsed)) return parsed;
  const passed = passes(route, parsed);
  if (passed !== "passes") return { parsed, reason: passed };
  const context = { ...line.settings, at: inbound.at };
  const notice = route.map ? mapByRoute(route.map, parsed, route, inbound.at) : source.map(parsed, context);
  return notice ? { parsed, notice } : { parsed, reason: "nothing to tell" };
}

const toDelivery = (
  key: string,
  route: string,
  { form = "text", ark }: Route,
  target: Target,
  notice: Notice,
  { at }: Inbound,
): Delivery => ({
  id: key,
  route,
  target,
  notice,
  form,
  ...(ark !== undefined && { ark }),
  state: "pending",
  arrivedAt: at.getTime(),
  attempts: 0,
});

/** Makes the deliveries durable, wakes their deliverers, and answers; a store that fails is ours to admit, with 503. */
async function enlist(
  deliveries: readonly Delivery[],
  inbound: Inbound,
  deadline: number,
  line: AcceptLine,
): Promise<Answer> {
  const { store, clock, log } = line;
  try {
    const answers = await Promise.all(deliveries.map((delivery) => store.enlist(delivery)));
    const enlisted = deliveries.map((delivery, at) => ({
      id: delivery.id,
      target: delivery.target,
      state: answers[at] === "enlisted" ? "pending" : "repeated",
    }));
    for (const { id, target, state } of enlisted)
      log("info", "accepted", { route: deliveries[0]?.route, scene: target.scene, delivery: id, state });
    const wait = readWait(inbound.headers["prefer"]);
    if (wait === undefined) {
      await wakeAll(enlisted, line);
      return accepted(enlisted);
    }
    const until = Math.min(deadline, clock.now().getTime() + Math.max(wait, leastWait));
    await Promise.all(enlisted.map(({ target }) => line.deliver(target, until)));
    const after = await Promise.all(enlisted.map((each) => becameOf(each, line)));
    return accepted(after, { "Preference-Applied": `wait=${wait / 1_000}` });
  } catch (error) {
    log("error", "store", { message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    return {
      status: 503,
      headers: { "Retry-After": "5" },
      body: { error: "unavailable", message: "the relay could not store this now; send it again" },
    };
  }
}

/** A repeat wakes too while its delivery is still pending: the first kick may have been lost. A failed kick loses nothing. */
async function wakeAll(enlisted: readonly Enlisted[], { store, kick, log }: AcceptLine): Promise<void> {
  await Promise.all(
    enlisted.map(async ({ id, target, state }) => {
      const pending = state === "pending" || (await store.readDelivery(target, id))?.state === "pending";
      if (!pending) return;
      try {
        await kick(target);
      } catch (error) {
        log("error", "kick", { scene: target.scene, message: error instanceof Error ? error.message : String(error) });
      }
    }),
  );
}

async function becameOf(enlisted: Enlisted, { store }: AcceptLine): Promise<Enlisted> {
  if (enlisted.state === "repeated") return enlisted;
  const delivery = await store.readDelivery(enlisted.target, enlisted.id);
  return { ...enlisted, state: delivery?.state ?? enlisted.state };
}

const accepted = (deliveries: readonly Enlisted[], headers: Readonly<Record<string, string>> = {}): Answer => ({
  status: 202,
  headers,
  body: { deliveries: deliveries.map(({ id, target, state }) => ({ id, target: targetName(target), state })) },
});

function told(refusal: Refusal, { log }: AcceptLine, route?: string): Refusal {
  log("warn", "refused", { route, refusal: refusal.refusal, message: refusal.message });
  return refusal;
}
