import { randomBytes } from "node:crypto";
import * as z from "zod";
import { postCallback } from "./callback.ts";
import { isSigned } from "./sign.ts";
import type { World } from "./state.ts";

const CheckAnswer = z.object({ plain_token: z.string(), signature: z.string() });

/** The address check of QQ's console (op 13), signed like every callback: the receiver proves that it has the secret. */
export async function checkAddress({ appId, appSecret, clock, eventsUrl, state, stopping }: World) {
  if (eventsUrl === undefined) return { relayStatus: null, valid: false };
  const token = randomBytes(10).toString("hex");
  const at = String(Math.floor(clock.wire() / 1_000));
  const body = JSON.stringify({ d: { plain_token: token, event_ts: at }, op: 13 });
  const timeoutMs = state.settings.callbackTimeoutMs;
  const post = { url: eventsUrl, appId, appSecret, body, signature: "good", timeoutMs, stopping } as const;
  const answer = await postCallback(post, clock.wire());
  const told = CheckAnswer.safeParse(parse(answer?.text ?? "")).data;
  const valid = answer?.status === 200 && told?.plain_token === token && isSigned(appSecret, at, token, told.signature);
  return { relayStatus: answer?.status ?? null, valid };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
