import type { Wake } from "../../lib/ports.ts";
import { type Target, targetName } from "../../lib/model/target.ts";

export type LocalWake = {
  readonly wake: Wake;
  /** Takes a wake-up that waits for the end of a target's run, which looks again by itself; false where none waits. */
  readonly takeWaiting: (target: Target) => boolean;
  /** Resolves when nothing runs and nothing waits. */
  readonly idle: () => Promise<void>;
  /** Starts nothing more, forgets what waits, and resolves when what runs has ended: a lost wake-up loses nothing. */
  readonly stop: () => Promise<void>;
};

/**
 * Stands for Lambda's asynchronous invocation. A target has at most one run going and one waiting: a wake-up during a run
 * means "look once more", and that is said once however often it is said. A run that fails has told its fault itself, and
 * nobody waits for its answer. Many run side by side: most of them may be waiting for their turn under a rate of the whole bot.
 */
export function createWake(run: (target: Target) => Promise<void>, atOnce = 128): LocalWake {
  const running = new Set<string>();
  const waiting = new Map<string, Target>();
  const listeners: (() => void)[] = [];
  let stopped = false;

  const startNext = (): void => {
    for (const [name, target] of waiting) {
      if (running.size >= atOnce) return;
      if (running.has(name)) continue;
      waiting.delete(name);
      running.add(name);
      void Promise.resolve(target)
        .then(run)
        .catch(() => undefined)
        .finally(() => {
          running.delete(name);
          startNext();
        });
    }
    if (running.size === 0 && waiting.size === 0) for (const tell of listeners.splice(0)) tell();
  };

  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      listeners.push(resolve);
      startNext();
    });

  return {
    wake: (target) => {
      if (!stopped) {
        waiting.set(targetName(target), target);
        startNext();
      }
      return Promise.resolve();
    },
    takeWaiting: (target) => waiting.delete(targetName(target)),
    idle,
    stop: () => {
      stopped = true;
      waiting.clear();
      return idle();
    },
  };
}
