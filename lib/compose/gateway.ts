import { createGateway, type Gateway } from "../gateway/gateway.ts";
import type { After, SessionStore, TakeEvent } from "../gateway/gateway-ports.ts";
import { createLifeSigns } from "../gateway/life-signs.ts";
import { openSessionFile } from "../gateway/session-file.ts";
import { openSocket } from "../gateway/socket.ts";
import type { GatewayStatus } from "../model/gateway-status.ts";
import type { SceneName } from "../model/scene.ts";
import type { Clock, Log, TokenStore } from "../ports.ts";
import { deriveKeys } from "../qq/callback/keys.ts";
import { signCallback } from "../qq/callback/sign-callback.ts";
import { intentsOf } from "../qq/gateway/intents.ts";
import { createAskGateway } from "../send/gateway-address.ts";
import { createAccessTokens } from "../send/token.ts";
import { systemClock } from "./common.ts";
import { type Env, readQqConfig } from "./env.ts";
import { logGateway } from "./log-gateway.ts";
import { logLifeSign } from "./log-life-sign.ts";

export type GatewaySetup = {
  /** Which bot, and where QQ's API is. */
  readonly env: Env;
  /** Scenes that routes have: they decide which events are asked for. */
  readonly scenes: readonly SceneName[];
  /** The way to the events line. */
  readonly take: TakeEvent;
  /** File of the session; without one it ends with the process. */
  readonly sessionFile: string | undefined;
  readonly tokens: TokenStore;
  /** The events line is that of a relay elsewhere, which is to know that this process lives. */
  readonly tellsLife?: true;
  readonly log: Log;
  readonly clock?: Clock;
  readonly random?: () => number;
};

/** Wires the connection to QQ's gateway to an events line, which it calls as QQ's callback would. */
export function composeGateway(setup: GatewaySetup): Gateway {
  const { log, clock = systemClock, random = Math.random } = setup;
  const now = (): number => clock.now().getTime();
  const { appId, appSecret, apiBase, tokenUrl } = readQqConfig(setup.env);
  const keys = deriveKeys(appSecret);
  if (!keys) throw new Error("QQ_APP_SECRET is empty");
  const tokens = createAccessTokens({ tokenUrl, appId, appSecret, store: setup.tokens, log, now });
  const sign = (body: Uint8Array) => ({ body, headers: signCallback(body, { appId, keys }, now()) });
  const signs = createLifeSigns({ sign, take: setup.take, after, answered: (status) => logLifeSign(status, log) });
  const gateway = createGateway({
    intents: intentsOf(setup.scenes),
    ask: createAskGateway({ apiBase, appId, tokens, now }),
    open: openSocket,
    sign,
    take: setup.take,
    sessions: setup.sessionFile === undefined ? forgetful : openSessionFile(setup.sessionFile, appId),
    changed: (status: GatewayStatus) => {
      logGateway(status, log);
      if (setup.tellsLife) signs.changed(status);
    },
    after,
    now,
    random,
    log,
  });
  return {
    ...gateway,
    stop: () => {
      signs.stop();
      return gateway.stop();
    },
  };
}

const forgetful: SessionStore = { read: () => undefined, write: () => Promise.resolve() };

const after: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
