import type { Log } from "../ports.ts";

/**
 * A log of JSON lines. Callers pass facts about a delivery, never its words; texts are cut, so that nothing long comes in
 * by an error's message.
 */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  return (level, event, fields = {}) => {
    const cut = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? value.slice(0, 500) : value]),
    );
    write(JSON.stringify({ at: now().toISOString(), level, event, ...cut }));
  };
}
