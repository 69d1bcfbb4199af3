import { wake } from "./wake.ts";
import { nameOf } from "./name.ts";
import { sweepAccess, table } from "./table.ts";

/** Each minute. A run ends before the next begins. */
export const sweep = new sst.aws.CronV2("Sweep", {
  schedule: "rate(1 minute)",
  function: {
    name: nameOf("sweep"),
    description: "qq-relay: wakes what is due",
    handler: "functions/sweep.handler",
    timeout: "50 seconds",
    link: [table, wake],
    permissions: sweepAccess,
  },
});
