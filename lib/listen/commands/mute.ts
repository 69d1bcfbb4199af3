import { hour } from "../../base/time.ts";
import { nextTimeOfDay } from "../../policy/quota/period.ts";
import type { Command, MuteTime } from "../../model/command.ts";
import type { CommandResult } from "../../model/command-result.ts";
import type { Target } from "../../model/target.ts";
import type { ListenPorts } from "../listen-ports.ts";
import { routesTo } from "./routes-to.ts";

/** Where it is muted, whether by its people or by an operator. */
export type MuteContext = {
  readonly target: Target;
  readonly now: number;
  readonly ports: {
    readonly store: Pick<ListenPorts["store"], "load" | "changeState" | "readBindings" | "bind" | "unbind">;
    readonly routes: ListenPorts["routes"];
    readonly settings: Pick<ListenPorts["settings"], "timeZone">;
  };
};

type Runner<Kind extends Command["kind"]> = (
  command: Extract<Command, { kind: Kind }>,
  context: MuteContext,
) => Promise<CommandResult>;

/** When (ms after midnight) the morning of a mute begins, and how long before it is still taken for the night. */
const morning = { at: 8 * hour, night: 3 * hour };

/** Who says `tomorrow morning` at one in the night means the morning that comes, at six the one of the next day. */
const endOf = (time: MuteTime, timeZone: string, now: number): number =>
  "ms" in time ? now + time.ms : nextTimeOfDay(morning.at, timeZone, now + morning.night);

/**
 * Holds everything, or one route, for a while; the mutes of other routes stay as they are. What is critical passes, unless all
 * is muted by name. The last word counts: a mute of everything takes the place of the one before.
 */
export const mute: Runner<"mute"> = async (command, { target, now, ports: { store, routes, settings } }) => {
  const { time, route, all, capped } = command;
  const until = endOf(time, settings.timeZone, now);
  const told = { kind: "muted", until, ...(all && { all }), ...(capped && { capped }) } as const;
  if (route === undefined) {
    await store.changeState(target, { mutedUntil: all ? until : null, hushedUntil: all ? null : until });
    return told;
  }
  const known = await routesTo(target, routes, store);
  if (!known.includes(route)) return { kind: "unknown-route", route, known };
  const { mutes = {} } = (await store.load(target, now)).state;
  const lasting = Object.entries(mutes).filter(([, end]) => end > now);
  await store.changeState(target, { mutes: { ...Object.fromEntries(lasting), [route]: until } });
  return { ...told, route };
};

/** Ends all mutes, or that of one route. */
export const unmute: Runner<"unmute"> = async ({ route }, { target, now, ports: { store, routes } }) => {
  if (route === undefined) {
    await store.changeState(target, { mutedUntil: null, hushedUntil: null, mutes: null });
    return { kind: "unmuted" };
  }
  const known = await routesTo(target, routes, store);
  if (!known.includes(route)) return { kind: "unknown-route", route, known };
  const { [route]: _, ...mutes } = (await store.load(target, now)).state.mutes ?? {};
  await store.changeState(target, { mutes });
  return { kind: "unmuted", route };
};
