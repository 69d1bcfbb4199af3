import type { Alert, AlertmanagerBody } from "./body.ts";

/** An alert without a status of its own has its group's; whatever is not resolved is firing. */
export const isFiring = (alert: Alert, body: Pick<AlertmanagerBody, "status">): boolean =>
  (alert.status || body.status) !== "resolved";
