import { startEngine } from "../local/run/engine.ts";

/** The embedded engine in a process of its own, so that its work is not counted as the relay's. */
const { endpoint } = await startEngine();
process.once("disconnect", () => process.exit());
process.send?.(endpoint);
