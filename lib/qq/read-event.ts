import type { QqEvent } from "../model/qq-event.ts";
import type { Envelope } from "./callback/envelope.ts";
import { events } from "./events/index.ts";
import { readTime } from "./events/read-time.ts";

/**
 * One of QQ's events in neutral words; undefined when it tells the relay nothing. Never throws: what is missing or of
 * another type than QQ's pages say is taken as not told. `receivedAt` in ms of the epoch.
 */
export function readEvent({ type, id, data }: Envelope, receivedAt: number): QqEvent | undefined {
  if (!isKnown(type)) return undefined;
  const told = events[type](data, id === undefined ? undefined : { kind: "event", id });
  return told && { type, at: readTime(data["timestamp"], receivedAt), ...told };
}

const isKnown = (type: string): type is keyof typeof events => Object.hasOwn(events, type);
