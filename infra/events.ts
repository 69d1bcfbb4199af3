import { wake } from "./wake.ts";
import { nameOf } from "./name.ts";
import { openFunction } from "./open-function.ts";
import { qqSecrets } from "./secrets.ts";
import { table, targetAccess } from "./table.ts";

/** QQ's callback (回调地址). */
export const events = new sst.aws.Function("Events", {
  name: nameOf("events"),
  description: "qq-relay: QQ's callback",
  handler: "functions/events.handler",
  link: [table, wake, ...qqSecrets],
  permissions: targetAccess,
  ...openFunction,
});
