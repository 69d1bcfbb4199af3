import { isObject } from "../../base/is-object.ts";
import { hour } from "../../base/time.ts";

/** A frame of QQ's gateway, by what it asks for. `s` numbers the events of a session. */
export type Frame =
  | { readonly kind: "hello"; readonly every: number }
  | { readonly kind: "ready"; readonly session: string; readonly s: number }
  | { readonly kind: "resumed" }
  /** An event, or one without an id, which no callback would carry either. */
  | { readonly kind: "event"; readonly s: number | undefined; readonly named: boolean }
  | { readonly kind: "beat" }
  | { readonly kind: "acknowledged" }
  | { readonly kind: "reconnect" }
  | { readonly kind: "invalid"; readonly resumable: boolean }
  | { readonly kind: "other" };

/** Where QQ names no interval (ms). */
const usualBeat = 45_000;

const other: Frame = { kind: "other" };

/** By op; RESUMED carries a text, not an object. */
const readers: Readonly<Record<number, (frame: Readonly<Record<string, unknown>>) => Frame>> = {
  0: readDispatch,
  1: () => ({ kind: "beat" }),
  7: () => ({ kind: "reconnect" }),
  9: ({ d }) => ({ kind: "invalid", resumable: d === true }),
  10: ({ d }) => ({ kind: "hello", every: positive(memberOf(d, "heartbeat_interval")) ?? usualBeat }),
  11: () => ({ kind: "acknowledged" }),
};

/** Reads a frame's text. What is no frame of QQ's is `other`. */
export function readFrame(text: string): Frame {
  try {
    const frame: unknown = JSON.parse(text);
    return isObject(frame) ? (readers[Number(frame["op"])]?.(frame) ?? other) : other;
  } catch {
    return other;
  }
}

function readDispatch({ t, d, s, id }: Readonly<Record<string, unknown>>): Frame {
  const number = typeof s === "number" && Number.isSafeInteger(s) && s >= 0 ? s : undefined;
  if (t === "RESUMED") return { kind: "resumed" };
  if (t !== "READY") return { kind: "event", s: number, named: typeof id === "string" && id !== "" };
  const session = memberOf(d, "session_id");
  return typeof session === "string" && session !== "" ? { kind: "ready", session, s: number ?? 0 } : other;
}

const memberOf = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

/** A time beyond what timers can count would be none at all. */
const positive = (value: unknown): number | undefined =>
  typeof value === "number" && value > 0 ? Math.min(value, hour) : undefined;
