import { Worker } from "node:worker_threads";

/** Brings what is in the log (`-wal`) into the file itself, in a thread of its own, since it waits for the disk twice. */
export type Checkpoints = {
  /** Answers how many pages the log had when it began. Where nothing was written meanwhile, the next write begins the log anew. */
  readonly run: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

/** Starts no thread before the first checkpoint: a relay with little to do needs none for days. */
export function createCheckpoints(path: string): Checkpoints {
  let worker: Worker | undefined;
  const start = (): Worker => {
    const started = new Worker(new URL("checkpoint-worker.ts", import.meta.url), {
      workerData: path,
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
    });
    started.unref();
    return started;
  };
  return {
    run: () => {
      worker ??= start();
      const asked = worker;
      return new Promise((resolve, reject) => {
        const end = (settle: () => void): void => {
          asked.off("message", answered);
          asked.off("error", failed);
          settle();
        };
        const answered = (pages: number): void => end(() => resolve(pages));
        const failed = (fault: unknown): void => {
          worker = undefined;
          end(() => reject(fault));
        };
        asked.on("message", answered);
        asked.on("error", failed);
        asked.postMessage("run");
      });
    },
    stop: async () => {
      await worker?.terminate();
    },
  };
}
