import { deliver } from "../../lib/deliver/deliver.ts";
import { presets } from "../../lib/model/limits.ts";
import type { RoutePolicy } from "../../lib/model/route.ts";
import { pendingDelivery } from "../../lib/outbox/pending-delivery.ts";
import { composeLine } from "./compose-line.ts";
import type { Run } from "./outcome.ts";
import { openStore } from "./open-store.ts";
import { openQq } from "./qq.ts";
import { readOutcomes } from "./read-outcomes.ts";
import type { Scenario } from "./scenarios.ts";
import type { Moment } from "./timeline.ts";
import { openRecipient } from "./recipient.ts";

const minute = 60_000;

/** What a Lambda has for one call (ms). */
const callTime = 30_000;

/** The project's own delivering line over a timeline, on a clock that only moments, sends and sweeps move. */
export async function runRelay(
  scenario: Scenario,
  timeline: readonly Moment[],
  policy: RoutePolicy,
  until: number,
): Promise<Run> {
  const { target, preset } = scenario;
  let now = 0;
  const qq = openQq(preset);
  const simulated = openStore(target, () => now);
  const recipient = openRecipient();
  const clock = {
    now: () => new Date(now),
    wait: async (ms: number) => {
      now += ms;
    },
  };
  const ports = composeLine(scenario, policy, { simulated, qq, recipient, clock });
  const work = () => deliver(target, now + callTime, ports);
  const sweepUntil = async (end: number) => {
    const next = async () => sweepAt(await simulated.dueAt(), now);
    for (let at = await next(); at < end; at = await next()) {
      now = at;
      await work();
    }
    now = Math.max(now, end);
  };
  const { minutes, times } = presets[preset][target.scene].reply;
  const receive = async (moment: Moment, index: number) => {
    const { at } = moment;
    if (moment.kind === "speech") {
      const anchor = { kind: "msg", id: moment.messageId } as const;
      const window = {
        anchor,
        openedAt: at,
        closesAt: at + minutes * minute,
        ...(times !== null && { times }),
        spokeAt: at,
      };
      qq.applyEvent(target, moment.messageId, at);
      await simulated.store.openWindow(target, window);
    } else {
      const { route, notice } = moment;
      const delivery = { id: `${route}#${index}`, route, target, notice, form: "text", arrivedAt: at } as const;
      await simulated.store.enlist(pendingDelivery(delivery));
    }
  };
  for (const [index, moment] of timeline.entries()) {
    await sweepUntil(moment.at);
    await receive(moment, index);
    await work();
  }
  await sweepUntil(until);
  const all = await simulated.all();
  await simulated.close();
  return { outcomes: readOutcomes(all, recipient), messages: recipient.messages, refused: 0 };
}

/** The sweep runs each full minute, and looks at a target whose time has come. */
const sweepAt = (dueAt: number | undefined, now: number): number =>
  dueAt === undefined ? Number.POSITIVE_INFINITY : Math.ceil(Math.max(dueAt, now + 1) / minute) * minute;
