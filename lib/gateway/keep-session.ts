import { second } from "../base/time.ts";
import type { Log } from "../ports.ts";
import type { Session } from "../qq/gateway/state.ts";
import type { After, SessionStore } from "./gateway-ports.ts";

/** How far (ms) what is written may lag behind: what is replayed for it after a kill is known to the relay by its ids. */
const lag = 2 * second;

export type KeepSession = {
  readonly keep: (session: Session | undefined) => void;
  /** Resolves when the latest is written, or cannot be; nothing is tried after it. */
  readonly flush: () => Promise<void>;
};

/**
 * Writes a session as it moves: another one at once, its number now and then. One write at a time, each of what is the latest.
 * One that failed is tried again, and why is logged once.
 */
export function keepSession({
  sessions,
  after,
  log,
  written: first,
}: {
  readonly sessions: SessionStore;
  readonly after: After;
  readonly log: Log;
  readonly written: Session | undefined;
}): KeepSession {
  let latest = first;
  let written = first;
  let cancel: (() => void) | undefined;
  let writing: Promise<void> | undefined;
  let toldFault: string | undefined;

  const tellOnce = (fault: string): void => {
    if (fault !== toldFault) log("warn", "gateway-session-not-kept", { fault });
    toldFault = fault;
  };

  const write = async (): Promise<void> => {
    const session = latest;
    try {
      await sessions.write(session);
      written = session;
      toldFault = undefined;
    } catch (error) {
      tellOnce((error as NodeJS.ErrnoException).code ?? "unknown");
    }
    writing = undefined;
    schedule();
  };
  const begin = (): void => {
    cancel?.();
    cancel = undefined;
    writing ??= write();
  };
  const schedule = (): void => {
    if (latest !== written && !writing) cancel ??= after(lag, begin);
  };

  const flush = async (): Promise<void> => {
    await writing;
    if (latest !== written) {
      begin();
      await writing;
    }
    cancel?.();
  };

  return {
    keep: (session) => {
      const isOther = session?.id !== latest?.id;
      latest = session;
      if (isOther) begin();
      else schedule();
    },
    flush,
  };
}
