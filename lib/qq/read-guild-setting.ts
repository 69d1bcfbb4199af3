import type { Outcome } from "../model/outcome.ts";
import { readAnswer } from "./read-answer.ts";
import { type HttpAnswer, readBody } from "./read-body.ts";

/**
 * Reads QQ's answer on a guild's settings for the bot. Only `channel_push_max_num`, the pushes a day into each text channel, is
 * used, and only a positive whole number, as a number or as text: QQ's model page has others of its values as text, and 0 is
 * what is left out elsewhere. Its page words `disable_push_msg` and `channel_ids` so that they may be read either way, and QQ's
 * own refusal (304046, 304048) costs nothing: those are left to it.
 */
export function readGuildSetting(
  response: HttpAnswer,
): { readonly kind: "told"; readonly perDay: number | undefined } | Extract<Outcome, { kind: "refused" | "unsure" }> {
  const body = readBody(response.text);
  if (response.status === 200 && body.kind === "json" && isSetting(body.json))
    return { kind: "told", perDay: countIn(body.json["channel_push_max_num"]) };
  const outcome = readAnswer(response, "none");
  return outcome.kind === "refused" || outcome.kind === "unsure"
    ? outcome
    : { kind: "refused", as: "config", answer: { ...outcome.answer, message: "no setting in the answer" } };
}

const isSetting = (json: Readonly<Record<string, unknown>>): boolean =>
  ["channel_push_max_num", "disable_push_msg", "disable_create_dm", "channel_ids"].some((name) =>
    Object.hasOwn(json, name),
  );

function countIn(value: unknown): number | undefined {
  const isText = typeof value === "string" && /^\d{1,6}$/.test(value.trim());
  const count = isText ? Number(value) : value;
  return typeof count === "number" && Number.isSafeInteger(count) && count > 0 ? count : undefined;
}
