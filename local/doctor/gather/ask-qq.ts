import { second } from "../../../lib/base/time.ts";
import type { QqConfig } from "../../../lib/compose/env.ts";
import { troubleOf } from "../../../lib/qq/gateway/trouble-of.ts";
import { readAnswer } from "../../../lib/qq/read-answer.ts";
import { readOwnId } from "../../../lib/qq/read-own-id.ts";
import { readToken, type Refused } from "../../../lib/qq/read-token.ts";
import type { QqFacts, QqStep } from "../facts.ts";
import type { Ask, Asked } from "./ask.ts";

/** QQ's clock is told in whole seconds, cut off. */
const cutOff = second / 2;

/**
 * Fetches a token and asks QQ who the bot is: two calls that change nothing. The token is not kept: QQ hands out the same one to
 * whoever asks, until its last minute. `now` in ms.
 */
export async function askQq(
  config: QqConfig,
  timeoutMs: number,
  { ask, now }: { readonly ask: Ask; readonly now: () => number },
): Promise<QqFacts> {
  const { appId, appSecret, tokenUrl, apiBase } = config;
  const begun = now();
  const answer = await ask(tokenUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ appId, clientSecret: appSecret }),
    timeoutMs,
  });
  const clock = readClock(answer, (begun + now()) / 2);
  if (answer.kind === "lost") return { token: answer };
  const read = readToken(answer);
  if ("kind" in read) return { token: toStep(read, answer.text, "token"), ...clock };
  const me = await ask(`${apiBase.replace(/\/+$/, "")}/users/@me`, {
    headers: { authorization: `QQBot ${read.token}`, "x-union-appid": appId },
    timeoutMs,
  });
  return { token: { kind: "taken" }, me: readMe(me), ...clock };
}

function readMe(answer: Asked): QqStep {
  if (answer.kind === "lost") return answer;
  if (readOwnId(answer) !== undefined) return { kind: "taken" };
  const outcome = readAnswer(answer, "none");
  const refused: Refused =
    outcome.kind === "refused"
      ? { ...outcome, as: outcome.as === "auth" ? "config" : outcome.as }
      : { kind: "refused", as: "again", answer: { status: answer.status, message: "no bot in the answer" } };
  return toStep(refused, answer.text, "address");
}

function toStep(refused: Refused, text: string, of: Parameters<typeof troubleOf>[1]): QqStep {
  const { code, status, message } = refused.answer;
  const seen = readAddress(text);
  return {
    kind: "refused",
    trouble: troubleOf(refused, of),
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(message !== undefined && { message }),
    ...(seen !== undefined && { seen }),
  };
}

/** The IPv4 address in QQ's words, where there is one: its list has no others. */
const readAddress = (text: string): string | undefined => /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/.exec(text)?.[0];

function readClock(answer: Asked, ours: number): Pick<QqFacts, "clock"> {
  const theirs = answer.kind === "answer" ? Date.parse(answer.headers["date"] ?? "") : Number.NaN;
  return Number.isNaN(theirs) ? {} : { clock: { theirs: theirs + cutOff, ours } };
}
