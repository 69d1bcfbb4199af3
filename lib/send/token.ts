import type { Log, TokenStore } from "../ports.ts";
import { readToken, type Refused } from "../qq/read-token.ts";
import { noTime } from "./no-time.ts";
import { createPool } from "./pool.ts";
import { readBase } from "./read-base.ts";
import { minute, second } from "../base/time.ts";

/** The bot's access token, or why there is none. */
export type Access = { readonly kind: "token"; readonly token: string } | Refused;

export type AccessTokens = {
  /** The token to send with. A call may fetch one, and does not go on beyond `deadline` (milliseconds of the epoch). */
  readonly current: (deadline: number) => Promise<Access>;
  /** QQ refused this token: the next `current` fetches another. */
  readonly drop: (token: string) => void;
};

type AccessTokensOptions = {
  /** The whole address of the token call. */
  readonly tokenUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly store: TokenStore;
  readonly log: Log;
  readonly now: () => number;
};

/** QQ hands out the same token until its last 60 s: asking earlier brings nothing. */
const renewMs = minute;

/** A token that could not be renewed goes on being used; how long until the next try. */
const retryMs = 10_000;

/** How long a fetch may take: the send that waits for it needs time as well. */
const fetchMs = 5_000;

type Held = { readonly token: string; readonly expiresAt: number };

/**
 * One token for all functions: from memory, else from the store, else from QQ, asked for once however many wait for it.
 * A store that fails is told to the log and done without, since a send whose permit is taken must not end in a fault.
 */
export function createAccessTokens(options: AccessTokensOptions): AccessTokens {
  const { store, log, now } = options;
  const url = readBase("QQ_TOKEN_URL", options.tokenUrl);
  const pool = createPool(url.origin, { now });
  let held: (Held & { readonly renewAt: number }) | undefined;
  let dropped: string | undefined;
  let pending: Promise<Access> | undefined;

  const hold = ({ token, expiresAt }: Held, renewAt = expiresAt - renewMs): Access => {
    held = { token, expiresAt, renewAt };
    return { kind: "token", token };
  };

  const fetchToken = async (deadline: number): Promise<Held | Refused> => {
    const startedAt = now();
    const timeoutMs = Math.min(fetchMs, deadline - startedAt);
    if (timeoutMs <= 0) return noTime;
    const posted = await pool.post({
      path: url.pathname + url.search,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ appId: options.appId, clientSecret: options.appSecret }),
      timeoutMs,
    });
    if (posted.kind === "lost") {
      return { kind: "refused", as: "again", answer: { message: `access token: no answer (${posted.code})` } };
    }
    const read = readToken(posted);
    return "kind" in read ? read : { token: read.token, expiresAt: startedAt + read.expiresIn * second };
  };

  const renew = async (deadline: number): Promise<Access> => {
    const shelved = await guard("read", () => store.readToken());
    const best = [held, shelved]
      .filter((one) => one !== undefined && one.token !== dropped && one.expiresAt > now())
      .reduce((a, b) => (a && b && a.expiresAt >= b.expiresAt ? a : b), undefined);
    if (best && best.expiresAt - renewMs > now()) return hold(best);

    const fetched = await fetchToken(deadline);
    if (!("kind" in fetched)) {
      dropped = undefined;
      await guard("write", () => store.writeToken(fetched.token, fetched.expiresAt));
      return hold(fetched);
    }
    log("warn", "token-not-renewed", { as: fetched.as, ...fetched.answer });
    return best && best.expiresAt > now() ? hold(best, now() + retryMs) : fetched;
  };

  const guard = async <Value>(step: "read" | "write", run: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await run();
    } catch (fault) {
      log("warn", "token-store-failed", { step, fault: fault instanceof Error ? fault.name : "unknown" });
      return undefined;
    }
  };

  return {
    current: async (deadline) => {
      if (held && now() < Math.min(held.renewAt, held.expiresAt)) return { kind: "token", token: held.token };
      pending ??= renew(deadline).finally(() => {
        pending = undefined;
      });
      return pending;
    },
    drop: (token) => {
      dropped = token;
      if (held?.token === token) held = undefined;
    },
  };
}
