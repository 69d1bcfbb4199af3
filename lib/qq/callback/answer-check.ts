import { sign } from "node:crypto";
import { refuse, type Refusal } from "../../model/refusal.ts";
import type { Json } from "../read-body.ts";
import type { CallbackKeys } from "./keys.ts";

/** The answer that proves to QQ's console that this address has the bot's secret. */
export type CheckAnswer = { readonly plain_token: string; readonly signature: string };

/**
 * Answers the address check (op 13): signs `event_ts` and `plain_token`. Events are signed by the same key in the same way,
 * so whoever chose the token freely could have an event signed: a token with a brace in it is never signed.
 */
export function answerCheck(d: Json, keys: CallbackKeys): CheckAnswer | Refusal {
  const { plain_token: token, event_ts: timestamp } = d;
  if (typeof timestamp !== "string" || !/^\d{1,16}$/.test(timestamp))
    return refuse("unauthorized", "d.event_ts of an address check must be digits", "地址校验的 d.event_ts 要全是数字");
  if (typeof token !== "string" || !/^[A-Za-z0-9_-]{1,128}$/.test(token))
    return refuse(
      "unauthorized",
      "d.plain_token of an address check must be 1 to 128 letters, digits, - or _",
      "地址校验的 d.plain_token 要是 1 到 128 个字母、数字、- 或 _",
    );
  return { plain_token: token, signature: sign(null, Buffer.from(timestamp + token), keys.sign).toString("hex") };
}
