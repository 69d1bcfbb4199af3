import type { Common } from "./compose-common.ts";
import { type Env, readQqConfig } from "./config.ts";
import { createAccessTokens } from "./send/token.ts";

/** What it takes to talk to QQ as the configured bot. */
export function composeQq(env: Env, { log, now, store }: Common) {
  const { appId, appSecret, apiBase, tokenUrl } = readQqConfig(env);
  const tokens = createAccessTokens({ tokenUrl, appId, appSecret, shelf: store, log, now });
  return { apiBase, appId, appSecret, tokens, log, now };
}
