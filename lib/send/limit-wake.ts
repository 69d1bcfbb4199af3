import type { Wake } from "../ports.ts";

/** A wake-up that has failed when it takes longer than `ms`: whoever makes many of them is not to wait for one that hangs. */
export const limitWake =
  (wake: Wake, ms: number): Wake =>
  async (target) => {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`no end after ${ms} ms`)), ms);
    try {
      await Promise.race([wake(target), late]);
    } finally {
      clearTimeout(timer);
    }
  };
