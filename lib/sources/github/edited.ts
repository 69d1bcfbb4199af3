import { isObject } from "../../base/is-object.ts";

/** What an edit may be of, the innermost first: a comment's event carries its issue too. */
const edited = ["answer", "comment", "review", "discussion", "pull_request", "issue", "release", "milestone", "label"];

/** Whether an edit left every text as it was: GitHub tells a saved form, whether something was typed or not. */
export function changesNothing(body: object): boolean {
  const { action, changes } = body as Readonly<Record<string, unknown>>;
  if (action !== "edited" || !isObject(changes)) return false;
  const thing = edited.map((name) => (body as Readonly<Record<string, unknown>>)[name]).find(isObject);
  const fields = Object.entries(changes);
  return (
    thing !== undefined &&
    fields.length > 0 &&
    fields.every(([name, change]) => isObject(change) && "from" in change && change["from"] === thing[name])
  );
}
