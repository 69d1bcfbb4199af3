import type { Target } from "../lib/model/target.ts";
import type { LocalWake } from "../local/lambda/wake.ts";

/** Wakes as AWS makes them: each is an invocation of its own, and knows nothing of the others. */
export function createInvocations(run: (target: Target) => Promise<void>): Pick<LocalWake, "wake" | "idle"> {
  const running = new Set<Promise<void>>();
  return {
    wake: (target) => {
      const invocation = run(target)
        .catch(() => undefined)
        .finally(() => running.delete(invocation));
      running.add(invocation);
      return Promise.resolve();
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
