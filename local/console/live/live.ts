import { second } from "../../../lib/base/time.ts";
import { difference, type Known, type Listed } from "./difference.ts";

/** One who listens, until `end`. */
export type Listener = {
  readonly send: (event: string, data: object) => void;
  /** Keeps the connection open, and shows who is gone. */
  readonly beat: () => void;
  readonly end: () => void;
};

export type LivePorts = {
  /** The newest deliveries of these conversations, by name, or of all: newest first. */
  readonly look: (targets: readonly string[] | undefined) => Promise<readonly Listed[]>;
  /** Runs something once after so long (ms), unless it is called off by what it answers. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** Ms, of any beginning. */
  readonly now: () => number;
  /** How often it looks (ms) where nothing tells it that something changed. */
  readonly every?: number;
  readonly onFault: (error: unknown) => void;
};

/** What changes, for those who listen. Without anybody it does nothing. */
export type Live = {
  /** Something changed at a conversation: it is looked at soon. */
  readonly touch: (target: string) => void;
  /** Takes a listener, who is told the newest deliveries first; answers how to leave, or that there are too many. */
  readonly join: (listener: Listener) => (() => void) | "full";
  readonly stop: () => void;
};

/** Several changes are told at once: so long (ms) after the first. */
const debounce = 150;

/** Between two looks lies so many times what the last one took: a busy relay is not slowed down by who watches it. */
const breath = 4;

const beatEvery = 15 * second;

const maxListeners = 20;

/** More conversations than these are looked at as all of them are. */
const maxTouched = 40;

const faultOf = (error: unknown): { readonly message: string } => ({
  message: error instanceof Error ? error.message : String(error),
});

export function createLive({ look, later, now, every, onFault }: LivePorts): Live {
  const joined = new Set<Listener>();
  const listening = new Set<Listener>();
  const touched = new Set<string>();
  const timers = new Map<"look" | "beat", () => void>();
  let known: Known = new Map();
  let working: Promise<void> = Promise.resolve();
  let isLooking = false;
  let pause = debounce;

  const broadcast = (event: string, data: object): void => {
    for (const listener of listening) listener.send(event, data);
  };

  /** One look at a time, in order. */
  const inTurn = (work: () => Promise<void>): void => {
    working = working.then(work).catch((error: unknown) => {
      onFault(error);
      broadcast("fault", faultOf(error));
    });
  };

  /** Who cannot be told anything at first is let go: his browser comes again by itself. */
  const dismiss = (listener: Listener, error: unknown): undefined => {
    onFault(error);
    listener.send("fault", faultOf(error));
    leave(listener);
    listener.end();
  };

  const tellChanges = (found: readonly Listed[], at: readonly string[]): void => {
    const told = difference(known, found);
    known = told.known;
    if (told.changed.length > 0) broadcast("deliveries", { deliveries: told.changed, full: false });
    for (const target of new Set([...at, ...told.changed.map((each) => each.target)])) broadcast("target", { target });
  };

  const lookNow = async (): Promise<void> => {
    const begun = now();
    const at = [...touched];
    touched.clear();
    try {
      const isPart = every === undefined && at.length <= maxTouched;
      tellChanges(await look(isPart ? at : undefined), at);
    } finally {
      isLooking = false;
      pause = Math.max(debounce, breath * (now() - begun));
      plan();
    }
  };

  const start = (name: "look" | "beat", ms: number, run: () => void): void => {
    if (timers.has(name)) return;
    const cancel = later(() => {
      timers.delete(name);
      run();
    }, ms);
    timers.set(name, cancel);
  };

  const plan = (): void => {
    if (joined.size === 0 || isLooking || (every === undefined && touched.size === 0)) return;
    start("look", every ?? pause, () => {
      isLooking = true;
      inTurn(lookNow);
    });
  };

  const beat = (): void => {
    if (joined.size === 0) return;
    for (const listener of listening) listener.beat();
    start("beat", beatEvery, beat);
  };

  const leave = (listener: Listener): void => {
    joined.delete(listener);
    listening.delete(listener);
    if (joined.size > 0) return;
    for (const cancel of timers.values()) cancel();
    timers.clear();
    touched.clear();
    known = new Map();
  };

  return {
    touch: (target) => {
      if (joined.size === 0) return;
      touched.add(target);
      plan();
    },
    join: (listener) => {
      if (joined.size >= maxListeners) return "full";
      joined.add(listener);
      start("beat", beatEvery, beat);
      inTurn(async () => {
        if (!joined.has(listener)) return;
        const found = await look(undefined).catch((error: unknown) => dismiss(listener, error));
        if (found === undefined) return;
        tellChanges(found, []);
        if (!joined.has(listener)) return;
        listening.add(listener);
        listener.send("deliveries", { deliveries: found, full: true });
        plan();
      });
      return () => leave(listener);
    },
    stop: () => {
      for (const listener of joined) {
        leave(listener);
        listener.end();
      }
    },
  };
}
