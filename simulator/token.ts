import { randomBytes } from "node:crypto";
import * as z from "zod";
import { answerRefusal, ok, type Answer } from "./answer.ts";
import { refuse } from "./refusal.ts";

export type Token = { readonly value: string; readonly endsAt: number };

const Credentials = z.object({ appId: z.string(), clientSecret: z.string() });

type Bot = { readonly appId: string; readonly appSecret: string };

/**
 * Hands out the same token until its last 60 s, then a new one while the old one lives on. `expires_in` is a string, and
 * a refusal comes with HTTP 200, as QQ does it.
 */
export function issueToken(tokens: Token[], bot: Bot, body: unknown, seconds: number, now: number): Answer {
  const given = Credentials.safeParse(body).data;
  if (given?.appId !== bot.appId || given.clientSecret !== bot.appSecret)
    return answerRefusal({ ...refuse(100016), status: 200 });
  const last = tokens.at(-1);
  const token =
    last && last.endsAt - now > 60_000
      ? last
      : { value: randomBytes(32).toString("hex"), endsAt: now + seconds * 1_000 };
  if (token !== last) tokens.push(token);
  return ok({ access_token: token.value, expires_in: String(Math.floor((token.endsAt - now) / 1_000)) });
}

/** Lets no token live longer than this from now. */
export function shortenTokens(tokens: Token[], seconds: number, now: number): void {
  const end = now + seconds * 1_000;
  tokens.splice(0, tokens.length, ...tokens.map((token) => ({ ...token, endsAt: Math.min(token.endsAt, end) })));
}

/** Whether the token of a gateway's Identify or Resume is good: behind `QQBot`, `Bot` or nothing, also the retired `appid.token`. */
export function isTokenText(text: string, appId: string, tokens: readonly Token[], now: number): boolean {
  const credential = text.trim().replace(/^(?:QQBot|Bot)\s+/, "");
  return credential.startsWith(`${appId}.`) || isLive(tokens, credential, now);
}

const isLive = (tokens: readonly Token[], credential: string, now: number): boolean =>
  tokens.some((token) => token.value === credential && token.endsAt > now);

/** Reads `Authorization`; undefined when it may pass. The retired form `Bot appid.token` is still sent by old clients. */
export function findAuthFault(header: string | undefined, appId: string, tokens: readonly Token[], now: number) {
  const [scheme, credential] = (header ?? "").trim().split(/\s+/, 2);
  if (!scheme || !credential) return refuse(11241);
  if (scheme === "Bot") return credential.startsWith(`${appId}.`) ? undefined : refuse(11243);
  if (scheme !== "QQBot") return refuse(11243);
  return isLive(tokens, credential, now) ? undefined : refuse(11244);
}
