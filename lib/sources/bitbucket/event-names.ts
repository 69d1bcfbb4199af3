const names = [
  ..."issue:comment_created issue:created issue:updated".split(" "),
  ..."pullrequest:approved pullrequest:changes_request_created pullrequest:changes_request_removed".split(" "),
  ..."pullrequest:comment_created pullrequest:comment_deleted pullrequest:comment_reopened".split(" "),
  ..."pullrequest:comment_resolved pullrequest:comment_updated pullrequest:created pullrequest:fulfilled".split(" "),
  ..."pullrequest:rejected pullrequest:unapproved pullrequest:updated project:updated".split(" "),
  ..."repo:commit_comment_created repo:commit_status_created repo:commit_status_updated repo:created".split(" "),
  ..."repo:deleted repo:fork repo:imported repo:push repo:transfer repo:updated".split(" "),
];

/** Bitbucket's events by their header, which have their actions in them, for filters to name (Atlassian, "Event payloads", read 2026-11). */
export const eventNames: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  names.map((name) => [name, []]),
);
