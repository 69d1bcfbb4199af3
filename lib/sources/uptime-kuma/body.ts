import * as z from "zod";
import { number, text } from "../monitor/fields.ts";

const Heartbeat = z.looseObject({
  status: z.number(),
  msg: text,
  time: text,
  ping: number,
  /** Of one that is up again: when it went down. From 2.1 on. */
  lastDownTime: text,
});

const Monitor = z.looseObject({
  id: text,
  name: text,
  pathName: text,
  type: text,
  url: text,
  hostname: text,
  port: text,
});

/** What Uptime Kuma posts. Test messages and those on certificates have no heartbeat; the monitor may be missing too. */
export const KumaBody = z.looseObject({
  msg: text,
  heartbeat: Heartbeat.nullish(),
  monitor: Monitor.nullish(),
});

export type KumaBody = z.output<typeof KumaBody>;

/** Its states by their numbers (`src/util.js` of Uptime Kuma). */
export const states = ["down", "up", "pending", "maintenance"] as const;

export type State = (typeof states)[number];

/** Beats tell UTC without saying so: `2026-11-21 08:30:05.123`. */
export function readTime(told: string | undefined): Date | undefined {
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,3})?)$/.exec(told ?? "") ?? [];
  const time = new Date(`${day}T${clock}Z`);
  return time.getTime() > 0 ? time : undefined;
}
