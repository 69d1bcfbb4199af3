import type { Wake } from "../../lib/ports.ts";
import { type Target, targetName } from "../../lib/model/target.ts";

export type LocalWake = {
  readonly wake: Wake;
  /** Resolves when nothing runs and nothing waits. */
  readonly idle: () => Promise<void>;
  /** Starts nothing more, forgets what waits, and resolves when what runs has ended: a lost wake-up loses nothing. */
  readonly stop: () => Promise<void>;
};

/** Runs of one target at once: one that works, and one that finds it at work, which leaves word and ends. */
const perTarget = 2;

/**
 * Stands for Lambda's asynchronous invocation. A target has at most two runs going and one waiting: a wake-up during a run
 * means "look once more", and that is said to it by a second one, however often it is said. A run that fails has told its fault itself, and
 * nobody waits for its answer.
 */
export function createWake(run: (target: Target) => Promise<void>, atOnce = 32): LocalWake {
  const running = new Map<string, number>();
  const count = (name: string): number => running.get(name) ?? 0;
  let runs = 0;
  const waiting = new Map<string, Target>();
  const listeners: (() => void)[] = [];
  let stopped = false;

  const startNext = (): void => {
    for (const [name, target] of waiting) {
      if (runs >= atOnce) return;
      if (count(name) >= perTarget) continue;
      waiting.delete(name);
      runs += 1;
      running.set(name, count(name) + 1);
      void Promise.resolve(target)
        .then(run)
        .catch(() => undefined)
        .finally(() => {
          runs -= 1;
          if (count(name) > 1) running.set(name, count(name) - 1);
          else running.delete(name);
          startNext();
        });
    }
    if (runs === 0 && waiting.size === 0) for (const tell of listeners.splice(0)) tell();
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
    idle,
    stop: () => {
      stopped = true;
      waiting.clear();
      return idle();
    },
  };
}
