import * as z from "zod";
import { isObject } from "../../base/is-object.ts";
import { isoTime, isSeen, number, text } from "../monitor/fields.ts";

/**
 * What is read of a body, whatever of Healthchecks' placeholders its user chose: `$JSON` alone or as `check`, with `$STATUS`,
 * `$CODE`, `$NAME_JSON`, `$NOW`, `$TAGS`, `$EXITSTATUS`, `$BODY_JSON` beside it.
 */
const Check = z.looseObject({
  name: text,
  status: text,
  code: text,
  tags: text,
  desc: text,
  now: isoTime,
  exit: text,
  body: text,
  last_ping: isoTime,
  timeout: number,
  grace: number,
  schedule: text,
  update_url: text,
});

export type Check = z.output<typeof Check>;

/** Other names that people give to a placeholder, the first that says something counts. */
const names = {
  name: ["name", "title", "check_name", "slug"],
  status: ["status", "state", "level"],
  code: ["code", "uuid", "key", "unique_key", "id"],
  now: ["now", "at", "time", "timestamp"],
  exit: ["exit", "exitstatus", "exit_status"],
  body: ["body", "log", "text", "message", "msg"],
} as const;

/** The check of a body. What stands beside `check` is of the moment, and counts before what stands in it. */
export function readCheck(body: Readonly<Record<string, unknown>>): Check {
  const inner = isObject(body["check"]) ? body["check"] : {};
  const all = { ...inner, ...body };
  const named = Object.entries(names).map(([field, aliases]) => [field, aliases.map((name) => all[name]).find(isSaid)]);
  return Check.parse({ ...all, ...Object.fromEntries(named) });
}

const isSaid = (value: unknown): boolean => typeof value === "number" || (typeof value === "string" && isSeen(value));

/** Up or down, by a word for it; undefined where none says so. */
export function stateOf({ status, body }: Check): "up" | "down" | undefined {
  const word = [status, body].find((said) => said !== undefined && isState(said));
  return word === undefined ? undefined : (word.toLowerCase() as "up" | "down");
}

/** Whether a text says nothing but that, as `$STATUS` does. */
export const isState = (text: string): boolean => /^(?:up|down)$/i.test(text);
