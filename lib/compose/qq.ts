import type { Common } from "./common.ts";
import { type Env, readQqConfig } from "./env.ts";
import { createAccessTokens } from "../send/token.ts";

/** What it takes to talk to QQ as the configured bot. */
export function composeQq(env: Env, { log, now, store }: Common) {
  const { appId, appSecret, apiBase, tokenUrl } = readQqConfig(env);
  const tokens = createAccessTokens({ tokenUrl, appId, appSecret, store, log, now });
  return { apiBase, appId, appSecret, tokens, log, now };
}
