import * as z from "zod";
import { type MuteContext, mute as muteThere, unmute as unmuteThere } from "../../lib/listen/commands/mute.ts";
import { targetName } from "../../lib/model/target.ts";
import { readMuteTime } from "../../lib/policy/command/read-mute-time.ts";
import { MuteAnswer, UnmuteAnswer } from "./answers.ts";
import { findRoute } from "./find-route.ts";
import { findTarget, type Known } from "./find-target.ts";
import { defineOperation, isRefused, refuse, type Refused } from "./operation.ts";
import type { OperatePorts } from "./operate-ports.ts";
import { iso } from "./tell-delivery.ts";

const Unmute = z.object({ target: z.string().min(1), route: z.string().min(1).optional() });

const Mute = Unmute.extend({
  /** As people say it in QQ: `2h`, `90 分钟`, `明早`. */
  time: z.string().default("1h"),
  /** What is critical too, which passes any other mute. */
  all: z.boolean().default(false),
});

/** Holds what is told at a conversation, or what one route tells there, for a while: as `/mute` in QQ does. */
export const mute = defineOperation({
  request: Mute,
  answer: MuteAnswer,
  run: async ({ time, all, ...where }, ports) => {
    const found = await find(where, ports);
    if (isRefused(found)) return found;
    const read = readMuteTime(time);
    if (!read || read.rest !== "")
      return refuse("invalid", {
        zh: `“${time}”不是时长：写成 30m、2h、1d 或 明早`,
        en: `"${time}" is no span of time: write 30m, 2h, 1d or "tomorrow morning"`,
      });
    const { route } = where;
    const command = {
      kind: "mute",
      time: read.time,
      ...(route !== undefined && { route }),
      ...(all && route === undefined && { all: true as const }),
      ...(read.capped && { capped: true as const }),
    } as const;
    const result = await muteThere(command, found);
    if (result.kind !== "muted") return notThere(route, found);
    const { until, capped } = result;
    return {
      target: targetName(found.target),
      until: iso(until),
      ...(route !== undefined && { route }),
      ...(command.all && { all: true as const }),
      ...(capped && { capped }),
    };
  },
});

/** Ends all mutes of a conversation, or that of one route, and has what was held go. */
export const unmute = defineOperation({
  request: Unmute,
  answer: UnmuteAnswer,
  run: async (where, ports) => {
    const found = await find(where, ports);
    if (isRefused(found)) return found;
    const { route } = where;
    const result = await unmuteThere({ kind: "unmute", ...(route !== undefined && { route }) }, found);
    if (result.kind !== "unmuted") return notThere(route, found);
    await ports.wake(found.target);
    return { target: targetName(found.target), ...(route !== undefined && { route }) };
  },
});

async function find({ target, route }: z.output<typeof Unmute>, ports: OperatePorts): Promise<Found | Refused> {
  const known = route === undefined ? undefined : findRoute(route, ports.routes);
  if (known && isRefused(known)) return known;
  const found = await findTarget(target, ports);
  return isRefused(found) ? found : { target: found.target, routes: found.routes, now: ports.now(), ports };
}

type Found = MuteContext & Pick<Known, "routes">;

const notThere = (route: string | undefined, { target, routes }: Known): Refused =>
  refuse("unknown-route", {
    zh: `路由 ${route} 不发到 ${targetName(target)}；发到那里的有 ${routes.join("、") || "—"}`,
    en: `route ${route} does not send to ${targetName(target)}; those that do: ${routes.join(", ") || "—"}`,
  });
