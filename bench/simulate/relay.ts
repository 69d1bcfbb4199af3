import { deliver } from "../../lib/deliver/deliver.ts";
import type { Evidence } from "../../lib/model/evidence.ts";
import type { RoutePolicy, Routes } from "../../lib/model/route.ts";
import { defaultSettings, type Settings } from "../../lib/model/settings.ts";
import type { Target } from "../../lib/model/target.ts";
import { pendingDelivery } from "../../lib/outbox/pending-delivery.ts";
import { composeLine, type World } from "./compose-line.ts";
import { hear } from "./hear.ts";
import type { Run } from "./outcome.ts";
import { openStore } from "./open-store.ts";
import { openQq } from "./qq.ts";
import { readOutcomes } from "./read-outcomes.ts";
import { openRecipient } from "./recipient.ts";
import type { OwnRelay } from "./relays.ts";
import type { Scenario } from "./scenarios.ts";
import { type Moment, start } from "./timeline.ts";

const minute = 60_000;

/** What a Lambda has for one call (ms). */
const callTime = 30_000;

/**
 * The project's own listening and delivering lines over a timeline, on a clock that only moments, sends and sweeps move.
 */
export async function runRelay(
  { target, preset }: Scenario,
  timeline: readonly Moment[],
  relay: OwnRelay,
  until: number,
): Promise<Run> {
  let now = 0;
  let woken = false;
  const world: World = {
    target,
    routes: routesTo(target, relay.policy),
    settings: settingsOf(relay, preset),
    simulated: openStore(target, () => now),
    qq: openQq(preset),
    recipient: openRecipient(),
    clock: {
      now: () => new Date(now),
      wait: async (ms) => {
        now += ms;
      },
    },
    wake: async () => {
      woken = true;
    },
  };
  const { simulated, recipient } = world;
  const ports = composeLine(world);
  if (relay.proven) await simulated.store.learn(target.scene, shown);
  const work = async () => {
    do {
      woken = false;
      await deliver(target, now + callTime, ports);
    } while (woken);
  };
  const sweepUntil = async (end: number) => {
    const next = async () => sweepAt(await simulated.dueAt(), now);
    for (let at = await next(); at < end; at = await next()) {
      now = at;
      await work();
    }
    now = Math.max(now, end);
  };
  const receive = async (moment: Moment, index: number) => {
    if (moment.kind === "speech") return hear(moment.messageId, now + callTime, world);
    const { at: arrivedAt, route, notice } = moment;
    const delivery = { id: `${route}#${index}`, route, target, notice, form: "text", arrivedAt } as const;
    await simulated.store.enlist(pendingDelivery(delivery));
  };
  for (const [index, moment] of timeline.entries()) {
    await sweepUntil(moment.at);
    await receive(moment, index);
    await work();
  }
  await sweepUntil(until);
  const all = await simulated.all();
  await simulated.close();
  return { outcomes: readOutcomes(all, recipient), messages: recipient.messages, refused: recipient.refused };
}

/** What QQ has shown, of pushes and of replies, where it keeps the wider rules. */
const shown = { provenSince: start, provenAt: start, repliesRefusedAt: start } as const satisfies Evidence;

/** The two routes of the traffic, as `infra/routes.ts` would have them. */
const routesTo = ({ scene, id }: Target, policy: RoutePolicy): Routes => ({
  ci: { scene, source: "github", open: true, to: [id], policy },
  alerts: { scene, source: "alertmanager", open: true, to: [id], policy },
});

function settingsOf({ limits }: OwnRelay, kept: Scenario["preset"]): Settings {
  if (limits === "default") return defaultSettings;
  return { ...defaultSettings, limits: limits === "exact" ? kept : limits };
}

/** The sweep runs each full minute, and looks at a target whose time has come. */
const sweepAt = (dueAt: number | undefined, now: number): number =>
  dueAt === undefined ? Number.POSITIVE_INFINITY : Math.ceil(Math.max(dueAt, now + 1) / minute) * minute;
