import type { Log } from "../../lib/ports.ts";

/** The relay's log for the person at the terminal: one short line each; nothing of sweeps that found nothing. */
export const createLineLog =
  (write: (line: string) => void, now: () => Date): Log =>
  (level, event, fields = {}) => {
    if (event === "sweep" && fields["woken"] === 0) return;
    const pairs = Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${plain(typeof value === "string" ? value : JSON.stringify(value))}`],
    );
    write([now().toTimeString().slice(0, 8), level === "info" ? "·" : level, event, ...pairs].join(" "));
  };

/** A foreign word (an event's name, a key of a body) must neither forge a line nor give the terminal orders. */
const plain = (text: string): string =>
  text.slice(0, 500).replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, " ");
