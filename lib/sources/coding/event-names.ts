/**
 * CODING's events by their header, with `_` for spaces, for filters to name; their actions are the words in the body, `create`, `merge`
 * or of newer ones the end of the event's own name in lower case (help.coding.net, "WebHook", and ServiceHook's list of events, read 2026-11).
 */
export const eventNames: Readonly<Record<string, readonly string[] | true>> = {
  artifacts: true,
  ci: true,
  document: true,
  file: true,
  issue: true,
  iteration: true,
  member: true,
  merge_request: true,
  ping: [],
  pull_request: true,
  push: [],
  star: true,
  task: true,
  topic: true,
  watch: true,
  wiki: true,
};
