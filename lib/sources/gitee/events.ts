import * as z from "zod";
import { lookUp } from "../look-up.ts";
import { defineRetelling, type Retelling } from "../github/retell.ts";
import { issue } from "./issue.ts";
import { mergeRequest } from "./merge-request.ts";
import { note } from "./note.ts";
import { push } from "./push.ts";

const events = {
  push_hooks: push,
  tag_push_hooks: push,
  merge_request_hooks: mergeRequest,
  issue_hooks: issue,
  note_hooks: note,
} as const satisfies Record<string, Retelling>;

const nothing = defineRetelling({ schema: z.unknown(), retell: () => undefined });

/** Gitee's `hook_name`s; a test holds them to those that filters may name. */
export const hookNames: readonly string[] = Object.keys(events).toSorted();

export const retellingOf = (event: string): Retelling => lookUp<Retelling>(events, event) ?? nothing;
