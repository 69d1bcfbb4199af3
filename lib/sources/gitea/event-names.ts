const thread =
  "assigned closed demilestoned edited label_cleared label_updated milestoned opened reopened unassigned".split(" ");

/**
 * Gitea's and Forgejo's events by their header, with their actions, for filters to name (modules/webhook/type.go and
 * modules/structs/hook.go of Gitea 1.25, services/webhook of Forgejo 13, read 2026-11).
 */
export const eventNames: Readonly<Record<string, readonly string[] | true>> = {
  action_run_failure: true,
  action_run_recover: true,
  action_run_success: true,
  create: [],
  delete: [],
  fork: [],
  issue_comment: ["created", "deleted", "edited"],
  issues: [...thread, "deleted"],
  package: ["created", "deleted"],
  pull_request: [...thread, "deleted", "review_request_removed", "review_requested", "synchronized"],
  pull_request_approved: ["reviewed"],
  pull_request_comment: ["reviewed"],
  pull_request_rejected: ["reviewed"],
  push: [],
  release: ["deleted", "published", "updated"],
  repository: ["created", "deleted"],
  status: [],
  wiki: ["created", "deleted", "edited"],
  workflow_job: ["completed", "in_progress", "queued", "waiting"],
  workflow_run: ["completed", "in_progress", "requested"],
};
