import type { Delivery } from "../lib/model/delivery.ts";

/** A pending delivery of a usual notice to a group. */
export const delivery = (group: string, id: string): Delivery => ({
  id: `${group}#${id}`,
  route: group,
  target: { scene: "group", id: group },
  notice: {
    source: "github",
    event: "push",
    key: `github/${group}`,
    level: "info",
    title: `octocat pushed 3 commits to ${group}:main`,
    lines: [
      "1a2b3c4 fix: what was broken (octocat)",
      "2b3c4d5 docs: how it works (octocat)",
      "3c4d5e6 test: that it does (octocat)",
    ],
    link: `https://github.com/octocat/${group}/compare/1a2b3c4...3c4d5e6`,
    at: new Date().toISOString(),
  },
  form: "text",
  state: "pending",
  arrivedAt: Date.now(),
  attempts: 0,
});
