import { second } from "../base/time.ts";
import type { Log } from "../ports.ts";
import { backoff } from "../qq/gateway/closes.ts";
import type { After, SignedEvent, TakeEvent } from "./gateway-ports.ts";

/** An event in its turn; without a body only the turn. `session`: whose `s` it is. */
export type Turn = {
  readonly session: string;
  readonly s: number | undefined;
  readonly body: Uint8Array | undefined;
};

export type HandOver = {
  readonly push: (turn: Turn) => void;
  /** Begins nothing more; resolves when what is under way has ended. */
  readonly stop: () => Promise<void>;
};

type HandOverPorts = {
  readonly sign: (body: Uint8Array) => SignedEvent;
  readonly take: TakeEvent;
  /** The event is durable, or never will be. */
  readonly done: (turn: Turn) => void;
  readonly after: After;
  readonly random: () => number;
  readonly log: Log;
};

/** A reply window is worth less with every second: no longer than this between tries. */
const maxWait = 30 * second;

/**
 * Hands one event after another to the relay, each until it is taken (HTTP 200). The only one that is passed over is one that
 * the relay calls too large (413). Why it does not take one is logged once, and once more when it does.
 */
export function createHandOver({ sign, take, done, after, random, log }: HandOverPorts): HandOver {
  const turns: Turn[] = [];
  let failures = 0;
  const told = new Set<number | undefined>();
  let isStopped = false;
  let running: Promise<void> | undefined;
  let cancel: (() => void) | undefined;

  const next = (): Turn | undefined => (isStopped ? undefined : turns[0]);

  const tell = (status: number | undefined): void => {
    if (told.has(status)) return;
    told.add(status);
    log("warn", "gateway-event-not-taken", { status: status ?? "no answer" });
  };

  const finish = (turn: Turn): void => {
    turns.shift();
    if (failures > 0) log("info", "gateway-events-taken-again", { after: failures });
    failures = 0;
    told.clear();
    done(turn);
  };

  /** Whether to go on with the next at once. */
  const handOne = async (turn: Turn): Promise<boolean> => {
    const status = turn.body === undefined ? 200 : await take(sign(turn.body)).catch(() => undefined);
    if (status === 413) log("error", "gateway-event-too-large", { bytes: turn.body?.byteLength });
    if (status === 200 || status === 413) {
      finish(turn);
      return true;
    }
    failures += 1;
    tell(status);
    return false;
  };

  const run = async (): Promise<void> => {
    for (let turn = next(); turn; turn = next()) {
      if (await handOne(turn)) continue;
      if (!isStopped) cancel = after(Math.min(maxWait, backoff(failures - 1, random())), start);
      return;
    }
  };

  function start(): void {
    cancel = undefined;
    running ??= run().finally(() => {
      running = undefined;
      if (!cancel && !isStopped && turns.length > 0) start();
    });
  }

  return {
    push: (turn) => {
      turns.push(turn);
      if (!cancel) start();
    },
    stop: async () => {
      isStopped = true;
      cancel?.();
      await running;
    },
  };
}
