import { startSimulator } from "../simulator/server.ts";

const { QQ_APP_ID: appId = "", QQ_APP_SECRET: appSecret = "" } = process.env;

/** QQ's simulator in a process of its own, so that its work is not counted as the relay's. */
const { url } = await startSimulator({ port: 0, appId, appSecret });
process.once("disconnect", () => process.exit());
process.send?.(url);
