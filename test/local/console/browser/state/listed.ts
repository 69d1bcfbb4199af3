import type { ListedDelivery } from "../../../../../local/console/browser/api/calls.ts";

/** A delivery as it is listed, with what a test cares about. */
export const listed = (given: Partial<ListedDelivery> = {}): ListedDelivery => ({
  id: "ci#1",
  target: "group:G1",
  route: "ci",
  state: "sent",
  attempts: 1,
  last: null,
  level: "info",
  title: "a push",
  arrivedAt: "2026-11-21T04:00:00.000Z",
  ...given,
});
