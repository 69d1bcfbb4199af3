import type { Log } from "../ports.ts";

/** Tells the log that the store failed, where the answer admits it and nothing is thrown on. */
export const logStoreFault = (error: unknown, log: Log): void =>
  log("error", "store", { message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
