import { wake } from "./wake.ts";
import { nameOf } from "./name.ts";
import { settings } from "./settings.ts";
import { sweepAccess, table, warnAccess } from "./table.ts";

/** Each minute. A run ends before the next begins. It writes to the table only where the settings want warnings. */
export const sweep = new sst.aws.CronV2("Sweep", {
  schedule: "rate(1 minute)",
  function: {
    name: nameOf("sweep"),
    description: "qq-relay: wakes what is due",
    handler: "functions/sweep.handler",
    timeout: "50 seconds",
    link: [table, wake],
    permissions: settings.warnTo === undefined ? sweepAccess : [...sweepAccess, ...warnAccess],
  },
});
