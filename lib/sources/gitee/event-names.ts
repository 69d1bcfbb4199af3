/**
 * Gitee's events by `hook_name`, with their actions, for filters to name (help.gitee.com, "WebHook 推送数据格式说明", read 2026-11):
 * `true` where Gitee has added some without telling.
 */
export const eventNames: Readonly<Record<string, readonly string[] | true>> = {
  issue_hooks: true,
  merge_request_hooks: true,
  note_hooks: ["comment", "deleted", "edited"],
  push_hooks: [],
  tag_push_hooks: [],
};
