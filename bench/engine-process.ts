import { startDynalite } from "./dynalite.ts";

/** The embedded engine in a process of its own, so that its work is not counted as the relay's. */
const { endpoint } = await startDynalite();
process.once("disconnect", () => process.exit());
process.send?.(endpoint);
