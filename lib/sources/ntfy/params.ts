import type { Inbound } from "../../model/inbound.ts";
import { headerText } from "../facade/header-text.ts";

/** Names of each parameter, as a header and in the query; the first that says anything counts (ntfy's server/server.go). */
const names = {
  title: "x-title title t",
  message: "x-message message m",
  priority: "x-priority priority prio p",
  tags: "x-tags tags tag ta",
  click: "x-click click",
  icon: "x-icon icon",
  attach: "x-attach attach a",
  filename: "x-filename filename file f",
  delay: "x-delay delay x-at at x-in in",
  actions: "x-actions actions action",
  markdown: "x-markdown markdown md",
  template: "x-template template tpl",
  unifiedPush: "x-unifiedpush unifiedpush up",
} as const;

export type ParamName = keyof typeof names;

/** What browsers and proxies put into `Priority` (RFC 9218). */
const urgency = /^u=\d(?:,\s*(?:i|\d))?$/;

/** A parameter of a publisher's: headers before the query. A message's `\n` is a line feed. */
export function readParam({ headers, query }: Inbound, name: ParamName): string | undefined {
  const all = names[name].split(" ");
  const inHeaders = all.map((each) => headerText(headers[each] ?? ""));
  const inQuery = all.map((each) => (query[each] ?? "").trim());
  const value = [...inHeaders, ...inQuery].find((each) => each !== "" && !(name === "priority" && urgency.test(each)));
  return name === "message" ? value?.replaceAll("\\n", "\n") : value;
}

/** Whether a parameter is set to what ntfy takes for yes. */
export const isYes = (value: string | undefined): boolean => ["1", "yes", "true"].includes((value ?? "").toLowerCase());
